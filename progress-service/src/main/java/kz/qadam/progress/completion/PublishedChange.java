package kz.qadam.progress.completion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.progress.learner.LearnerCohort;
import org.jdbi.v3.core.Handle;

/**
 * A change that is published. While a completion waits for its enrolment, nothing of it is published, until the enrolment
 * was known once: then all that follows is published, also that it waits again.
 *
 * @param before the enrolment under which it was last published, or null if it never was
 */
record PublishedChange(CompletionChange change, Enrolled before) {

    /** Those of the changes that are published. */
    static List<PublishedChange> of(Handle handle, List<CompletionChange> changes) {
        Map<UUID, Enrolled> earlier = FormerCompletions.lastEnrolled(
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
                .filter(published -> published.under() != null)
                .toList();
    }

    /**
     * By how many more completions are revoked that were never published, and will not be unless their enrolment comes: 1, 0
     * or -1.
     *
     * @param published what is published of the change; null if nothing is
     */
    static int unpublishedChange(CompletionChange change, PublishedChange published) {
        int after = published == null && isRevoked(change.after()) ? 1 : 0;
        int before = (published == null || published.isFirst()) && isRevoked(change.before()) ? 1 : 0;
        return after - before;
    }

    /** A completion that was revoked before it came has no content: it was never received. */
    private static boolean isRevoked(Completion completion) {
        return completion != null && completion.isRevoked() && !completion.isAwaited();
    }

    /** A completion that waits and is not in its first state may have had an enrolment once. */
    private static boolean mayHaveBeenPublished(CompletionChange change) {
        return change.before() != null
                && change.before().enrolled() == null
                && change.before().version() > 1;
    }

    boolean isFirst() {
        return before == null;
    }

    /** The enrolment under which it is published: while it waits again, the last one. */
    Enrolled under() {
        Enrolled now = change.after().enrolled();
        return now == null ? before : now;
    }

    /** The learner to whom it belonged until now and does not belong any more. */
    Optional<LearnerCohort> left() {
        return before == null || before.who().equals(under().who()) ? Optional.empty() : Optional.of(before.who());
    }

    /** The learner towards whose training it counted, and now counts otherwise or not at all. */
    Stream<LearnerCohort> losing() {
        Completion former = change.before();
        return former != null && former.state().status() == Status.ACCEPTED
                ? Stream.of(former.enrolled().who())
                : Stream.empty();
    }

    /** All learners whose training it may change. */
    Stream<LearnerCohort> learners() {
        return Stream.concat(Stream.of(under().who()), left().stream());
    }
}
