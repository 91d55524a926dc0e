package kz.qadam.enrolment.learners;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/**
 * Reads and writes blocks for a time in the database. All ids of the person are blocked, and the block is read by the
 * surviving one.
 */
public final class TemporaryBlockRows {

    private static final TableColumns<TemporaryBlock> COLUMNS =
            TableColumns.of(TemporaryBlock.class, Map.of("learnerId", "learner"));

    private static final String FIND = """
            select %s from blocked_learner where learner = :learner and blocked_at is not null and lifted_at is null
            """.formatted(COLUMNS.names());

    private static final String IN_FORCE = """
            select %s from blocked_learner
             where learner = person and in_force and not erased and erasure is null and blocked_at is not null
               and lifted_at is null
             order by blocked_at, learner limit :most
            """.formatted(COLUMNS.names());

    /**
     * The version is higher than that of every earlier block of any of these ids, also if it was of another person
     * before a merge: the other services keep the highest version of each id.
     */
    private static final String BLOCK = """
            with id as (
                select l.id from learner l left join learner_merge m on m.absorbed = l.id
                 where coalesce(m.surviving, l.id) = :learner)
            insert into blocked_learner (learner, person, reason, blocked_by, blocked_at, version, trace)
            select id, :learner, :reason, :by, :now,
                   1 + coalesce((select max(version) from blocked_learner b join id on id.id = b.learner), 0), :trace
              from id order by id
            on conflict (learner) do update
               set person = excluded.person, reason = excluded.reason, blocked_by = excluded.blocked_by,
                   blocked_at = excluded.blocked_at, lifted_by = null, lifted_at = null, version = excluded.version,
                   trace = excluded.trace
            """;

    private static final String LIFT = """
            update blocked_learner set lifted_by = :by, lifted_at = :now, version = version + 1, trace = :trace
             where person = :learner and lifted_at is null
               and (:seen::timestamptz is null or blocked_at = :seen::timestamptz)
            """;

    /** Those who follow a list of enrolments see them again, with what has changed during the block. */
    private static final String LIST_AGAIN = """
            update enrolment_standing set changed = pg_current_xact_id()
              from enrolment e join blocked_learner b on b.learner = e.learner_id
             where enrolment_id = e.id and b.person = :learner
            """;

    /** Each of the two persons has the lifted block in a version of its own. */
    private static final String SPLIT = """
            update blocked_learner
               set person = case when learner = any(:ids) then :learner else person end, version = version + 1,
                   trace = :trace
             where person = :surviving
               and exists (select from blocked_learner where learner = any(:ids) and person = :surviving)
            """;

    private TemporaryBlockRows() {}

    /** The block in force of a learner. */
    public static Optional<TemporaryBlock> find(Handle database, UUID surviving) {
        return database.createQuery(FIND)
                .bind("learner", surviving)
                .map(COLUMNS)
                .findOne();
    }

    /** The blocks in force of persons who are not going to be erased, the oldest first. */
    public static List<TemporaryBlock> inForce(Handle database, int most) {
        return database.createQuery(IN_FORCE).bind("most", most).map(COLUMNS).list();
    }

    /** Blocks a learner who is not blocked for a time. To be called in a transaction during which nobody else blocks. */
    static void block(Handle database, TemporaryBlock block, String trace) {
        database.createUpdate(BLOCK)
                .bind("learner", block.learnerId())
                .bind("reason", block.reason().toString())
                .bind("by", block.blockedBy())
                .bind("now", block.blockedAt())
                .bind("trace", trace)
                .execute();
    }

    /**
     * Lifts the block of a learner. To be called in a transaction during which nobody blocks.
     *
     * @param seen only the block of this time; null: any
     * @return whether there was one
     */
    static boolean lift(Handle database, UUID surviving, Instant seen, String by, Instant now, String trace) {
        int lifted = database.createUpdate(LIFT)
                .bind("learner", surviving)
                .bind("seen", seen)
                .bind("by", by)
                .bind("now", now)
                .bind("trace", trace)
                .execute();
        if (lifted > 0) {
            listAgain(database, surviving);
        }
        return lifted > 0;
    }

    static void listAgain(Handle database, UUID surviving) {
        database.createUpdate(LIST_AGAIN).bind("learner", surviving).execute();
    }

    /**
     * Divides a lifted block of a person who turns out to be two.
     *
     * @param ids the ids of the one of them who is {@code learner} from now on
     * @return whether there was one
     */
    static boolean split(Handle database, UUID surviving, UUID learner, List<UUID> ids, String trace) {
        return database.createUpdate(SPLIT)
                        .bind("surviving", surviving)
                        .bind("learner", learner)
                        .bindArray("ids", UUID.class, ids)
                        .bind("trace", trace)
                        .execute()
                > 0;
    }
}
