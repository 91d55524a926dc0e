package kz.qadam.enrolment.enrolments;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.enrolment.learners.BlockedLearners;
import org.jdbi.v3.core.Handle;

/** Reads, locks and writes the rows of enrolments, many at a time. */
final class EnrolmentRows {

    static final TableColumns<Enrolment> COLUMNS = TableColumns.of(Enrolment.class);

    /** The tables of these columns. The columns that completions update have their own table. */
    static final String TABLES = "enrolment join enrolment_standing s on s.enrolment_id = id";

    private static final String INSERT = """
            with fresh as (
                insert into enrolment (%1$s) select %1$s from %2$s order by institution, reference
                on conflict (institution, reference) do nothing
                returning id, institution),
            standing as (
                insert into enrolment_standing (enrolment_id, whose) select id, institution from fresh)
            select id from fresh
            """.formatted(COLUMNS.list("%s", "completed"), COLUMNS.rows("sent"));

    private static final String BY_KEY = """
            select %s from unnest(:institutions, :references) as k (i, r)
              join (%s) on institution = i and reference = r
            """.formatted(COLUMNS.names(), TABLES);

    /** Locks in the order of id, so that transactions that change the same enrolments do not deadlock. */
    private static final String LOCK = """
            with wanted as (
                select id from unnest(:institutions, :references) as k (i, r)
                  join enrolment on institution = i and reference = r
                union
                select id from unnest(:institutions, :ids) as k (i, u)
                  join enrolment on id = u and institution = i)
            select %s from %s where id in (select id from wanted) and %s order by id for update
            """.formatted(COLUMNS.names(), TABLES, BlockedLearners.NOT_BLOCKED);

    private static final String LOCK_OF_LEARNER = """
            select %s from %s where learner_id = :learner order by id for update
            """.formatted(COLUMNS.names(), TABLES);

    private static final String BY_ID = """
            select %s from %s where id = any(:ids)
            """.formatted(COLUMNS.names(), TABLES);

    private static final String OF_LEARNER = """
            select %s from %s where learner_id = :learner order by id
            """.formatted(COLUMNS.names(), TABLES);

    private static final String UPDATE = """
            with renewed as (
                update enrolment e set %s from %s where e.id = n.id returning e.id)
            update enrolment_standing set changed = pg_current_xact_id() from renewed where enrolment_id = id
            """.formatted(
                    COLUMNS.list("%1$s = n.%1$s", "id", "institution", "reference", "completed"), COLUMNS.rows("n"));

    private EnrolmentRows() {}

    /** Inserts those that are new by their unique key, and returns their ids. */
    static Set<UUID> insert(Handle database, Collection<Enrolment> fresh) {
        return fresh.isEmpty()
                ? Set.of()
                : COLUMNS.bind(database.createQuery(INSERT), fresh)
                        .mapTo(UUID.class)
                        .set();
    }

    static Map<Enrolment.Key, Enrolment> byKey(Handle database, Collection<Enrolment.Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return database.createQuery(BY_KEY)
                .bindArray(
                        "institutions",
                        String.class,
                        keys.stream().map(Enrolment.Key::institution).toList())
                .bindArray(
                        "references",
                        String.class,
                        keys.stream().map(Enrolment.Key::reference).toList())
                .map(COLUMNS)
                .collectToMap(Enrolment::key, Function.identity());
    }

    /**
     * Locks the enrolments that are named by institution and reference, or by institution and id. Those of blocked
     * learners are left out, so they are answered like unknown ones.
     */
    static List<Enrolment> lock(Handle database, List<String> institutions, List<String> references, List<UUID> ids) {
        return database.createQuery(LOCK)
                .bindArray("institutions", String.class, institutions)
                .bindArray("references", String.class, references)
                .bindArray("ids", UUID.class, ids)
                .map(COLUMNS)
                .list();
    }

    static List<Enrolment> lockOfLearner(Handle database, UUID learner) {
        return database.createQuery(LOCK_OF_LEARNER)
                .bind("learner", learner)
                .map(COLUMNS)
                .list();
    }

    /** The enrolments of a learner, the first recorded first. */
    static List<Enrolment> ofLearner(Handle database, UUID learner) {
        return database.createQuery(OF_LEARNER)
                .bind("learner", learner)
                .map(COLUMNS)
                .list();
    }

    static List<Enrolment> byId(Handle database, Collection<UUID> ids) {
        return database.createQuery(BY_ID)
                .bindArray("ids", UUID.class, ids)
                .map(COLUMNS)
                .list();
    }

    static void update(Handle database, List<Enrolment> changed) {
        if (!changed.isEmpty()) {
            COLUMNS.bind(database.createUpdate(UPDATE), changed).execute();
        }
    }
}
