package kz.qadam.enrolment.merges;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.events.kafka.Traces;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.submissions.submission.DryRuns;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.enrolment.enrolments.EnrolmentPublisher;
import kz.qadam.enrolment.enrolments.MovedEnrolments;
import kz.qadam.enrolment.learners.Aliases;
import org.jdbi.v3.core.Handle;

/** Merges two learners in one transaction, during which nobody can enrol. */
@ApplicationScoped
class Merges {

    /** The result of a merge. Nothing moves if it is refused, or was made before. */
    record Result(Outcome<Merge> outcome, MovedEnrolments moves) {

        static Result refused(Problem problem) {
            return new Result(new Outcome.Rejected<>(problem), MovedEnrolments.NONE);
        }

        static Result refused(ProblemType type, List<Fault> faults) {
            return refused(new Problem(type, faults));
        }

        static Result refused(ProblemType type, Fault fault) {
            return refused(type, List.of(fault));
        }
    }

    private final Database database;
    private final MergePublisher publisher;
    private final EnrolmentPublisher enrolments;
    private final Clock clock;
    private final Recording recording;

    Merges(
            Database database,
            MergePublisher publisher,
            EnrolmentPublisher enrolments,
            Clock clock,
            Recording recording) {
        this.recording = recording;
        this.database = database;
        this.publisher = publisher;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    /**
     * Merges, and returns after the commit.
     *
     * @throws Problem 503 if no moment without enrolments in progress was found
     */
    Result merge(MergePost post, String decidedBy) {
        return database.transaction(handle -> {
            Result merged = merge(handle, post, decidedBy);
            if (merged.outcome() instanceof Outcome.Kept<Merge>) {
                recording.addWrite(handle, post.absorbed().toString(), post.reason());
            }
            return merged;
        });
    }

    /** A dry run. It takes only the shared lock, so that nobody has to wait to enrol. */
    Result preview(MergePost post, String decidedBy) {
        return database.transaction(
                handle -> {
                    DryRuns.waitBriefly(handle);
                    Aliases.lockShared(handle);
                    return decide(handle, post, decidedBy);
                },
                result -> false);
    }

    Result merge(Handle handle, MergePost post, String decidedBy) {
        if (!Aliases.lockExclusively(handle)) {
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("others-enrol"));
        }
        return decide(handle, post, decidedBy);
    }

    private Result decide(Handle handle, MergePost post, String decidedBy) {
        Map<UUID, UUID> learners = Aliases.surviving(handle, List.of(post.absorbed(), post.surviving()));
        List<Fault> unknown = unknown(post, learners);
        if (!unknown.isEmpty()) {
            return Result.refused(ProblemType.RULE_VIOLATED, unknown);
        }
        UUID surviving = learners.get(post.surviving());
        if (!learners.get(post.absorbed()).equals(post.absorbed())) {
            return repeatedOrConflicting(handle, post, surviving);
        }
        if (surviving.equals(post.absorbed())) {
            return Result.refused(
                    ProblemType.RULE_VIOLATED, Fault.at("/surviving", "same-learner/already", "surviving"));
        }
        return recordNew(handle, post, surviving, decidedBy);
    }

    private static List<Fault> unknown(MergePost post, Map<UUID, UUID> learners) {
        List<Fault> unknown = new ArrayList<>();
        if (!learners.containsKey(post.absorbed())) {
            unknown.add(Fault.at("/absorbed", "unknown-learner", "absorbed"));
        }
        if (!learners.containsKey(post.surviving())) {
            unknown.add(Fault.at("/surviving", "unknown-learner", "surviving"));
        }
        return unknown;
    }

    /** A learner who was absorbed cannot be absorbed by another learner. */
    private static Result repeatedOrConflicting(Handle handle, MergePost post, UUID surviving) {
        Merge present = MergeRows.find(handle, post.absorbed()).orElseThrow();
        if (!present.surviving().equals(surviving)) {
            return Result.refused(
                    ProblemType.REFERENCE_CONFLICT,
                    Fault.at("/absorbed", "merged-elsewhere", "absorbed", present.surviving()));
        }
        return present.reason().equals(post.reason())
                ? new Result(new Outcome.Repeated<>(present.absorbed(), present), MovedEnrolments.NONE)
                : Result.refused(ProblemType.REFERENCE_CONFLICT, Fault.at("/reason", "differs", "reason"));
    }

    private Result recordNew(Handle handle, MergePost post, UUID surviving, String decidedBy) {
        Instant now = clock.instant();
        String trace = Traces.current();
        MovedEnrolments moves =
                MovedEnrolments.move(handle, enrolments, post.absorbed(), surviving, post.reason(), now, trace);
        List<UUID> changed = MergeRows.redirect(handle, post.absorbed(), surviving, now, trace);
        var merge = new Merge(
                post.absorbed(),
                surviving,
                surviving,
                moves.enrolments(),
                post.reason(),
                decidedBy,
                now,
                now,
                MergeRows.firstVersion(handle, post.absorbed()));
        MergeRows.insert(handle, merge, trace);
        changed.add(merge.absorbed());
        publisher.publish(handle, changed);
        return new Result(new Outcome.Kept<>(201, "accepted", merge.absorbed(), merge), moves);
    }
}
