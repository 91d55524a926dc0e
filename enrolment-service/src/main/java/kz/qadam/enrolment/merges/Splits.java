package kz.qadam.enrolment.merges;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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
import kz.qadam.enrolment.enrolments.SplitEnrolments;
import kz.qadam.enrolment.learners.Aliases;
import kz.qadam.enrolment.learners.BlockedLearners;
import kz.qadam.enrolment.learners.LiftedBlockRepublishing;
import org.jdbi.v3.core.Handle;

/** Undoes a merge in one transaction, during which nobody can enrol. */
@ApplicationScoped
class Splits {

    /**
     * The result of a split. Nothing is divided if it is refused, or was made before.
     *
     * @param follow the learners who were absorbed by the absorbed one
     */
    record Result(Outcome<Split> outcome, SplitEnrolments enrolments, List<UUID> follow) {

        private static Result unchanged(Outcome<Split> outcome) {
            return new Result(outcome, new SplitEnrolments(List.of(), MovedEnrolments.NONE), List.of());
        }

        private static Result refused(Problem problem) {
            return unchanged(new Outcome.Rejected<>(problem));
        }

        private static Result refused(ProblemType type, Fault... faults) {
            return refused(new Problem(type, List.of(faults)));
        }
    }

    private final Database database;
    private final MergePublisher publisher;
    private final EnrolmentPublisher enrolments;
    private final LiftedBlockRepublishing liftedBlocks;
    private final Clock clock;
    private final Recording recording;

    Splits(
            Database database,
            MergePublisher publisher,
            EnrolmentPublisher enrolments,
            LiftedBlockRepublishing liftedBlocks,
            Clock clock,
            Recording recording) {
        this.database = database;
        this.publisher = publisher;
        this.enrolments = enrolments;
        this.liftedBlocks = liftedBlocks;
        this.clock = clock;
        this.recording = recording;
    }

    /**
     * Splits, and returns after the commit.
     *
     * @throws Problem 503 if no moment without enrolments in progress was found
     */
    Result split(SplitPost post, String decidedBy) {
        return database.transaction(handle -> {
            Result split = split(handle, post, decidedBy);
            if (split.outcome() instanceof Outcome.Kept<Split>) {
                recording.addWrite(handle, post.absorbed().toString(), post.reason());
            }
            return split;
        });
    }

    /** A dry run. It takes only the shared lock, so that nobody has to wait to enrol. */
    Result preview(SplitPost post, String decidedBy) {
        return database.transaction(
                handle -> {
                    DryRuns.waitBriefly(handle);
                    Aliases.lockShared(handle);
                    return decide(handle, post, decidedBy);
                },
                result -> false);
    }

    Result split(Handle handle, SplitPost post, String decidedBy) {
        if (!Aliases.lockExclusively(handle)) {
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("others-enrol"));
        }
        return decide(handle, post, decidedBy);
    }

    private Result decide(Handle handle, SplitPost post, String decidedBy) {
        List<Fault> unknown = new ArrayList<>();
        if (Aliases.surviving(handle, post.absorbed()).isEmpty()) {
            unknown.add(Fault.at("/absorbed", "unknown-learner", "absorbed"));
        }
        if (Aliases.surviving(handle, post.surviving()).isEmpty()) {
            unknown.add(Fault.at("/surviving", "unknown-learner", "surviving"));
        }
        if (!unknown.isEmpty()) {
            return Result.refused(new Problem(ProblemType.RULE_VIOLATED, unknown));
        }
        Optional<Merge> merge = MergeRows.find(handle, post.absorbed());
        if (merge.isEmpty()) {
            return repeatedOrConflicting(handle, post);
        }
        UUID surviving = merge.get().surviving();
        if (!surviving.equals(post.surviving())) {
            return Result.refused(
                    ProblemType.REFERENCE_CONFLICT,
                    Fault.at("/surviving", "merged-elsewhere/now", "surviving", surviving));
        }
        if (BlockedLearners.contains(handle, surviving)) {
            return Result.refused(ProblemType.RULE_VIOLATED, Fault.at("/surviving", "learner-blocked", "surviving"));
        }
        List<Fault> ofOthers = ofOthers(handle, post, surviving);
        if (!ofOthers.isEmpty()) {
            return Result.refused(new Problem(ProblemType.RULE_VIOLATED, ofOthers));
        }
        return record(handle, post, merge.get(), decidedBy);
    }

    /** A learner who is not absorbed: the same split was made before, or another one, or there is nothing to split. */
    private static Result repeatedOrConflicting(Handle handle, SplitPost post) {
        Optional<Split> present = SplitRows.newest(handle, post.absorbed())
                .filter(split -> split.surviving().equals(post.surviving()));
        if (present.isEmpty()) {
            return Result.refused(ProblemType.RULE_VIOLATED, Fault.at("/absorbed", "not-merged", "absorbed"));
        }
        Split split = present.get();
        if (!split.named().equals(post.named())) {
            return Result.refused(ProblemType.REFERENCE_CONFLICT, Fault.at("/enrolments", "differs", "enrolments"));
        }
        return split.reason().equals(post.reason())
                ? Result.unchanged(new Outcome.Repeated<>(split.id(), split))
                : Result.refused(ProblemType.REFERENCE_CONFLICT, Fault.at("/reason", "differs", "reason"));
    }

    private static List<Fault> ofOthers(Handle handle, SplitPost post, UUID surviving) {
        List<UUID> sent = post.enrolments() == null ? List.of() : post.enrolments();
        Set<UUID> others = SplitEnrolments.notOf(handle, surviving, sent);
        return IntStream.range(0, sent.size())
                .filter(index -> others.contains(sent.get(index)))
                .mapToObj(index -> Fault.at("/enrolments/" + index, "unknown-enrolment/of-learner", "enrolments"))
                .toList();
    }

    private Result record(Handle handle, SplitPost post, Merge merge, String decidedBy) {
        Instant now = clock.instant();
        String trace = Traces.current();
        var division = new SplitEnrolments.Division(
                merge.absorbed(), merge.surviving(), merge.decidedAt(), Set.copyOf(post.named()));
        var divided = SplitEnrolments.split(handle, enrolments, division, post.reason(), now, trace);
        List<UUID> follow = MergeRows.absorbedBy(handle, merge.absorbed(), merge.surviving());
        var split = Split.of(
                Generators.timeBasedEpochGenerator().generate(),
                merge,
                post.named(),
                divided.moves().enrolments(),
                post.reason(),
                decidedBy,
                now);
        MergeRows.remove(handle, merge.absorbed());
        MergeRows.pointBack(handle, follow, merge.absorbed(), now, trace);
        SplitRows.insert(handle, split, trace);
        List<UUID> changed = new ArrayList<>(follow);
        changed.add(merge.absorbed());
        publisher.publish(handle, changed);
        liftedBlocks.split(handle, merge.surviving(), merge.absorbed(), follow, trace);
        return new Result(new Outcome.Kept<>(201, "accepted", split.id(), split), divided, follow);
    }
}
