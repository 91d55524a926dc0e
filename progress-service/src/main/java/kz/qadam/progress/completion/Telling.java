package kz.qadam.progress.completion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.progress.learner.LearnerCohort;
import org.jdbi.v3.core.Handle;

/**
 * A change that others are to hear of. What still waits for its enrolment is told to nobody, until it once was known:
 * then all that follows is told, also that it waits again.
 *
 * @param before what it was last told under, or null if nothing was told of it
 */
record Telling(Change change, Enrolled before) {

    /** Those among them that are to be told. */
    static List<Telling> of(Handle handle, List<Change> changes) {
        Map<UUID, Enrolled> earlier = FormerCompletions.lastEnrolled(
                handle,
                changes.stream()
                        .filter(Telling::mayHaveBeenTold)
                        .map(change -> change.after().id())
                        .toList());
        return changes.stream()
                .map(change -> new Telling(
                        change,
                        change.enrolledBefore() != null
                                ? change.enrolledBefore()
                                : earlier.get(change.after().id())))
                .filter(telling -> telling.under() != null)
                .toList();
    }

    /**
     * By how many more completions are revoked that nobody was ever told of, and nobody will be unless their enrolment
     * comes: 1, 0 or -1.
     *
     * @param telling what is told of the change; null if nothing is
     */
    static int untoldChange(Change change, Telling telling) {
        int after = telling == null && isRevoked(change.after()) ? 1 : 0;
        int before = (telling == null || telling.isFirst()) && isRevoked(change.before()) ? 1 : 0;
        return after - before;
    }

    /** What was revoked before it came has no content: it was never received. */
    private static boolean isRevoked(Completion completion) {
        return completion != null && completion.isRevoked() && !completion.isAwaited();
    }

    /** One that waits and is not in its first state may have stood under an enrolment once. */
    private static boolean mayHaveBeenTold(Change change) {
        return change.before() != null
                && change.before().enrolled() == null
                && change.before().version() > 1;
    }

    boolean isFirst() {
        return before == null;
    }

    /** What it is told under: while it waits again, what it stood under last. */
    Enrolled under() {
        Enrolled now = change.after().enrolled();
        return now == null ? before : now;
    }

    /** Whom it concerned until now and concerns no more. */
    Optional<LearnerCohort> left() {
        return before == null || before.who().equals(under().who()) ? Optional.empty() : Optional.of(before.who());
    }

    /** Whose training it counted towards, and now counts otherwise or no more. */
    Stream<LearnerCohort> losing() {
        Completion former = change.before();
        return former != null && former.standing().status() == Status.ACCEPTED
                ? Stream.of(former.enrolled().who())
                : Stream.empty();
    }

    /** All whose training it may move. */
    Stream<LearnerCohort> concerned() {
        return Stream.concat(Stream.of(under().who()), left().stream());
    }
}
