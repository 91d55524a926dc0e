package kz.qadam.enrolment.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.enrolment.learners.AdoptedLearners;
import org.jdbi.v3.core.Handle;

/** Reads and writes erasures in the database. */
final class ErasureRows {

    static final TableColumns<Erasure> COLUMNS = TableColumns.of(Erasure.class);

    private static final String INSERT = """
            insert into erasure (%s, trace) select *, :trace from %s on conflict (learner) do nothing
            """.formatted(COLUMNS.names(), COLUMNS.rows("made"));

    private static final String FIND = "select %s from erasure where ".formatted(COLUMNS.names());

    private static final String AFTER = """
            select %s, %s
              from erasure
             where (changed, id) > (cast(cast(:change as text) as xid8), :id)
             order by changed, id limit :limit
            """.formatted(COLUMNS.names(), ListedRow.positionColumns("changed"));

    /** A learner who was split from another one has to wait. */
    private static final String BLOCKED = """
            select id, files_before::text from erasure
             where state = 'blocked'
               and not exists (
                   select from blocked_learner b join learner_split s on s.surviving = b.learner
                    where b.erasure = erasure.id and s.decided_at > :lastSplit)
             order by blocked_at, id
            """;

    /**
     * A learner who is only blocked.
     *
     * @param filesBefore the transaction that had not begun at the block: files that were received earlier may hold the
     *     number
     */
    record Blocked(UUID id, String filesBefore) {}

    private static final TableColumns<Blocked> BLOCKED_COLUMNS = TableColumns.of(Blocked.class);

    /** Another instance that erases the learner has locked the row. */
    private static final String LOCK_BLOCKED = FIND + "id = :id and state = 'blocked' for update skip locked";

    private static final String ERASED = """
            with learners as (
                update blocked_learner set erased = true where erasure = :id)
            update erasure
               set state = 'erased', erased_at = :now, version = version + 1, changed = pg_current_xact_id()
             where id = :id
            """;

    private static final String ALIASES = """
            select l.id from learner l join learner_merge m on m.absorbed = l.id where m.surviving = :learner order by l.id
            """;

    private static final String AT_INSTITUTIONS = """
            select e.institution, count(distinct e.id) as enrolments, count(c.id) as completions
              from enrolment e left join completion c on c.enrolment_id = e.id
             where e.learner_id = :learner group by e.institution order by e.institution
            """;

    private static final TableColumns<ErasurePreview.AtInstitution> AT_INSTITUTION =
            TableColumns.of(ErasurePreview.AtInstitution.class);

    private ErasureRows() {}

    /** Returns whether there was no erasure of this learner yet. */
    static boolean insert(Handle database, Erasure erasure, String trace) {
        return COLUMNS.bind(database.createUpdate(INSERT), List.of(erasure))
                        .bind("trace", trace)
                        .execute()
                == 1;
    }

    static Optional<Erasure> find(Handle database, UUID id) {
        return database.createQuery(FIND + "id = :id")
                .bind("id", id)
                .map(COLUMNS)
                .findOne();
    }

    static Erasure ofLearner(Handle database, UUID learner) {
        return findOfLearner(database, learner).orElseThrow();
    }

    /** The erasure of a surviving learner; empty if none is accepted. */
    static Optional<Erasure> findOfLearner(Handle database, UUID learner) {
        return database.createQuery(FIND + "learner = :learner")
                .bind("learner", learner)
                .map(COLUMNS)
                .findOne();
    }

    static List<ListedRow<Erasure>> after(Handle database, PageStart start) {
        return start.rows(database.createQuery(AFTER), COLUMNS, Erasure::id);
    }

    /**
     * The erasures whose learners are only blocked, the oldest first.
     *
     * @param lastSplit those from whom another learner was split later are left out
     */
    static List<Blocked> blocked(Handle database, Instant lastSplit) {
        return database.createQuery(BLOCKED)
                .bind("lastSplit", lastSplit)
                .map(BLOCKED_COLUMNS)
                .list();
    }

    /** Locks an erasure; empty if its learner is erased, or another instance is erasing it. */
    static Optional<Erasure> lockBlocked(Handle database, UUID id) {
        return database.createQuery(LOCK_BLOCKED).bind("id", id).map(COLUMNS).findOne();
    }

    /** Removes the number and the texts, by the owner's function, and notes it. */
    static void erase(Handle database, Erasure erasure, Instant now) {
        removeNumbersAndTexts(database, erasure.id(), erasure.learner());
        database.createUpdate(ERASED).bind("id", erasure.id()).bind("now", now).execute();
    }

    /** Calls the owner's function. */
    static void removeNumbersAndTexts(Handle database, UUID erasure, UUID learner) {
        database.createQuery("select erase_learner(:learner) is null")
                .bind("learner", learner)
                .mapTo(Boolean.class)
                .one();
        AdoptedLearners.settle(
                database,
                database.createQuery("select learner from blocked_learner where erasure = :id")
                        .bind("id", erasure)
                        .mapTo(UUID.class)
                        .list());
    }

    /** The other ids of a surviving learner. */
    static List<UUID> aliases(Handle database, UUID learner) {
        return database.createQuery(ALIASES)
                .bind("learner", learner)
                .mapTo(UUID.class)
                .list();
    }

    static List<ErasurePreview.AtInstitution> atInstitutions(Handle database, UUID learner) {
        return database.createQuery(AT_INSTITUTIONS)
                .bind("learner", learner)
                .map(AT_INSTITUTION)
                .list();
    }
}
