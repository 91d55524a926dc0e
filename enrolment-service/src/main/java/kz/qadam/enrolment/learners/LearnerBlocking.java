package kz.qadam.enrolment.learners;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.events.kafka.Traces;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.trail.Recording;
import org.jdbi.v3.core.Handle;

/** Blocks learners for a time, and publishes it. */
@ApplicationScoped
class LearnerBlocking {

    private final Database database;
    private final TemporaryBlockPublisher publisher;
    private final Clock clock;
    private final Recording recording;

    LearnerBlocking(Database database, TemporaryBlockPublisher publisher, Clock clock, Recording recording) {
        this.database = database;
        this.publisher = publisher;
        this.clock = clock;
        this.recording = recording;
    }

    /**
     * Blocks a learner, and returns the block in force after the commit; a block in force stays as it is.
     *
     * @throws Problem 404 if there is no such learner; 503 if no moment without enrolments in progress was found
     */
    TemporaryBlock block(UUID learnerId, BlockReason reason, String by) {
        return database.transaction(
                handle -> present(handle, learnerId).orElseGet(() -> blockNow(handle, learnerId, reason, by)));
    }

    /** The block in force of a learner. */
    Optional<TemporaryBlock> find(UUID learnerId) {
        return database.transaction(handle -> present(handle, learnerId));
    }

    /**
     * Lifts the block of a learner, if there is one, and returns after the commit. A block by an erasure stays.
     *
     * @param seen only the block of this time; null: any
     * @throws Problem 404 if there is no such learner
     */
    void lift(UUID learnerId, Instant seen, String by) {
        database.transaction(handle -> {
            // Waits for a block that is being made, and for a merge that changes whom it is of.
            Aliases.lockShared(handle);
            UUID learner = surviving(handle, learnerId);
            if (TemporaryBlockRows.lift(handle, learner, seen, by, clock.instant(), Traces.current())) {
                keep(handle, learnerId, learner, null);
            }
            return null;
        });
    }

    /** Nobody enrols during this transaction, so that every later enrolment sees the block. */
    private TemporaryBlock blockNow(Handle handle, UUID learnerId, BlockReason reason, String by) {
        if (!Aliases.lockExclusively(handle)) {
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("others-enrol"));
        }
        return present(handle, learnerId).orElseGet(() -> {
            var block = new TemporaryBlock(surviving(handle, learnerId), reason, by, clock.instant());
            TemporaryBlockRows.block(handle, block, Traces.current());
            keep(handle, learnerId, block.learnerId(), reason.toString());
            return block;
        });
    }

    /** Adds the event and the entry of the trail. */
    private void keep(Handle handle, UUID learnerId, UUID surviving, String reason) {
        publisher.publish(handle, List.of(surviving));
        recording.addWrite(handle, learnerId.toString(), reason, null);
    }

    private static Optional<TemporaryBlock> present(Handle handle, UUID learnerId) {
        return TemporaryBlockRows.find(handle, surviving(handle, learnerId));
    }

    private static UUID surviving(Handle handle, UUID learnerId) {
        return Aliases.surviving(handle, learnerId).orElseThrow(Problem::notFound);
    }
}
