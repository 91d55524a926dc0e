package kz.qadam.enrolment.erasure;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.events.kafka.Traces;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.submissions.imports.ExpiredFiles;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.enrolment.learners.Aliases;
import kz.qadam.enrolment.learners.BlockedLearners;
import kz.qadam.enrolment.learners.Learners;
import org.jdbi.v3.core.Handle;

/** Accepts erasures: the learner is blocked in the same transaction. */
@ApplicationScoped
class Erasures {

    /** An accepted erasure; {@code isNew} is false if the learner was blocked before. */
    record Accepted(Erasure erasure, boolean isNew) {}

    private final Database database;
    private final Learners learners;
    private final ErasurePublisher publisher;
    private final ExpiredFiles files;
    private final Clock clock;
    private final Recording recording;
    private final ErasureConfig config;

    Erasures(
            Database database,
            Learners learners,
            ErasurePublisher publisher,
            ExpiredFiles files,
            Clock clock,
            Recording recording,
            ErasureConfig config) {
        this.database = database;
        this.learners = learners;
        this.publisher = publisher;
        this.files = files;
        this.clock = clock;
        this.recording = recording;
        this.config = config;
    }

    /**
     * Blocks a learner with all aliases, and returns after the commit.
     *
     * @throws Problem 422 if the vault does not know the person; 503 if no moment without enrolments in progress was
     *     found
     */
    Accepted accept(ErasurePost post, String by) {
        return database.transaction(handle -> block(handle, post, by));
    }

    /** What an erasure would concern. */
    ErasurePreview preview(ErasurePost post) {
        return database.transaction(handle -> {
            UUID learner = find(handle, post);
            return new ErasurePreview(
                    true,
                    learner,
                    ErasureRows.aliases(handle, learner),
                    ErasureRows.atInstitutions(handle, learner),
                    files.countKept(handle),
                    ErasureView.remains(clock.instant(), config));
        });
    }

    /** Nobody enrols during this transaction, so that every later enrolment sees the block. */
    private Accepted block(Handle handle, ErasurePost post, String by) {
        if (!Aliases.lockExclusively(handle)) {
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("others-enrol"));
        }
        UUID learner = find(handle, post);
        Instant now = clock.instant();
        var erasure = new Erasure(
                Generators.timeBasedEpochGenerator().generate(),
                learner,
                post.reason(),
                post.explanation(),
                by,
                ErasureState.BLOCKED,
                now,
                null,
                1);
        if (!ErasureRows.insert(handle, erasure, Traces.current())) {
            return new Accepted(ErasureRows.ofLearner(handle, learner), false);
        }
        BlockedLearners.block(handle, learner, erasure.id());
        publisher.publish(handle, List.of(learner));
        recording.addWrite(handle, learner.toString(), post.reason().toString(), post.explanation());
        return new Accepted(erasure, true);
    }

    private UUID find(Handle handle, ErasurePost post) {
        return learners.find(handle, post.learner().identity())
                .orElseThrow(() ->
                        new Problem(ProblemType.RULE_VIOLATED, Fault.at("/learner", "unknown-learner", "learner")));
    }
}
