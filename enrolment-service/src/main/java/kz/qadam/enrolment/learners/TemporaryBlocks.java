package kz.qadam.enrolment.learners;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.chassis.language.Message;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** Blocks of learners for a time. All ids of the person are blocked, and the block is read by the surviving one. */
public final class TemporaryBlocks {

    private static final TableColumns<TemporaryBlock> COLUMNS =
            TableColumns.of(TemporaryBlock.class, Map.of("learnerId", "learner"));

    private static final String FIND = """
            select %s from learner_block where learner = :learner and lifted_at is null
            """.formatted(COLUMNS.names());

    /** A block in force stays as it is. */
    private static final String BLOCK = """
            insert into learner_block (learner, reason, blocked_by, blocked_at)
            select l.id, :reason, :by, :now from learner l left join learner_merge m on m.absorbed = l.id
             where coalesce(m.surviving, l.id) = :learner order by l.id
            on conflict (learner) do update
               set reason = excluded.reason, blocked_by = excluded.blocked_by, blocked_at = excluded.blocked_at,
                   lifted_by = null, lifted_at = null
             where learner_block.lifted_at is not null
            """;

    /** Those who follow a list of enrolments see them again, with what has changed during the block. */
    private static final String LIFT = """
            with lifted as (
                update learner_block b set lifted_by = :by, lifted_at = :now
                  from learner l left join learner_merge m on m.absorbed = l.id
                 where b.learner = l.id and coalesce(m.surviving, l.id) = :learner and b.lifted_at is null
                returning b.learner)
            update enrolment_standing set changed = pg_current_xact_id()
              from enrolment e join lifted on lifted.learner = e.learner_id
             where enrolment_id = e.id
            """;

    private TemporaryBlocks() {}

    /** The block in force of a learner. */
    public static Optional<TemporaryBlock> find(Handle database, UUID surviving) {
        return database.createQuery(FIND)
                .bind("learner", surviving)
                .map(COLUMNS)
                .findOne();
    }

    /**
     * Blocks a learner, and returns the block in force. Nobody enrols during this transaction, so that every later
     * enrolment sees the block.
     *
     * @throws Problem 503 if no moment without enrolments in progress was found
     */
    static TemporaryBlock block(Handle database, UUID surviving, BlockReason reason, String by, Instant now) {
        if (!Aliases.lockExclusively(database)) {
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("others-enrol"));
        }
        database.createUpdate(BLOCK)
                .bind("learner", surviving)
                .bind("reason", reason.toString())
                .bind("by", by)
                .bind("now", now)
                .execute();
        return find(database, surviving).orElseThrow();
    }

    /** Lifts the block of a learner, if there is one. */
    static void lift(Handle database, UUID surviving, String by, Instant now) {
        database.createUpdate(LIFT)
                .bind("learner", surviving)
                .bind("by", by)
                .bind("now", now)
                .execute();
    }
}
