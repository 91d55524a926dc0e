package kz.qadam.progress.completion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.progress.learner.LearnerCohort;
import org.jdbi.v3.core.Handle;

/**
 * A change that is published. Nothing is published about a completion until its enrolment is known for the first time;
 * from then on each change is published, including that the completion is pending again.
 *
 * @param before the enrolment under which the completion was last published; null if it never was
 */
record PublishedChange(CompletionChange change, EnrolmentAttributes before) {

    /** Selects the changes that are published. */
    static List<PublishedChange> of(Handle handle, List<CompletionChange> changes) {
        Map<UUID, EnrolmentAttributes> earlier = FormerCompletions.lastEnrolled(
                handle,
                changes.stream()
                        .filter(PublishedChange::mayHaveBeenPublished)
                        .map(change -> change.after().id())
                        .toList());
        return changes.stream()
                .map(change -> new PublishedChange(
                        change,
                        change.enrolledBefore() != null
                                ? change.enrolledBefore()
                                : earlier.get(change.after().id())))
                .filter(published -> published.enrolment() != null)
                .toList();
    }

    /**
     * By how much the number of completions grows that are revoked and were never published: 1, 0 or -1. They are
     * published only if their enrolment comes.
     *
     * @param published the published change; null if this change is not published
     */
    static int unpublishedChange(CompletionChange change, PublishedChange published) {
        int after = published == null && isRevoked(change.after()) ? 1 : 0;
        int before = (published == null || published.isFirstPublication()) && isRevoked(change.before()) ? 1 : 0;
        return after - before;
    }

    /** A tombstone does not count as revoked here: its completion was never received. */
    private static boolean isRevoked(Completion completion) {
        return completion != null && completion.isRevoked() && !completion.isTombstone();
    }

    /** A pending completion that is not in its first state may have had an enrolment. */
    private static boolean mayHaveBeenPublished(CompletionChange change) {
        return change.before() != null
                && change.before().enrolled() == null
                && change.before().version() > 1;
    }

    boolean isFirstPublication() {
        return before == null;
    }

    /** The enrolment under which the change is published: the last known one while the completion is pending again. */
    EnrolmentAttributes enrolment() {
        EnrolmentAttributes now = change.after().enrolled();
        return now == null ? before : now;
    }

    /** The learner and cohort to which the completion does not belong any more; empty if they did not change. */
    Optional<LearnerCohort> formerLearner() {
        return before == null || before.learnerCohort().equals(enrolment().learnerCohort())
                ? Optional.empty()
                : Optional.of(before.learnerCohort());
    }

    /**
     * The learner for whom the completion was accepted before the change: the change may make this learner lose it.
     */
    Stream<LearnerCohort> losingLearners() {
        Completion former = change.before();
        return former != null && former.state().status() == Status.ACCEPTED
                ? Stream.of(former.enrolled().learnerCohort())
                : Stream.empty();
    }

    /** All learners whose trained state the change may affect. */
    Stream<LearnerCohort> learners() {
        return Stream.concat(Stream.of(enrolment().learnerCohort()), formerLearner().stream());
    }
}
