package kz.qadam.progress.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.outbox.Fact;

/** The events about a completion; each carries its whole state. */
final class CompletionFacts {

    private record State(
            UUID completionId,
            String reference,
            String institution,
            UUID enrolmentId,
            UUID learnerId,
            String course,
            String cohort,
            String region,
            LocalDate completedOn,
            Status status,
            boolean counts,
            String because,
            String cause,
            int trainedVersion,
            int version,
            Instant recordedAt) {}

    private CompletionFacts() {}

    /**
     * The event that tells of a change.
     *
     * @param trainedVersion the version of the learner's state that takes this completion into account
     */
    static Fact of(Change change, int trainedVersion, Cause cause, Instant now, String trace) {
        Completion c = change.after();
        var data = new State(
                c.id(),
                c.reference(),
                c.institution(),
                c.enrolled().enrolmentId(),
                c.enrolled().learnerId(),
                c.enrolled().course(),
                c.enrolled().cohort(),
                c.enrolled().region(),
                c.content() == null ? null : c.content().completedOn(),
                c.standing().status(),
                c.standing().counts(),
                c.standing().because(),
                cause.ofCompletion(),
                trainedVersion,
                c.version(),
                now);
        String type = "kz.qadam.completion." + verb(change) + ".v1";
        return new Fact(c.enrolled().learnerId().toString(), type, c.id().toString(), c.version(), now, data, trace);
    }

    private static String verb(Change change) {
        return switch (change.after().standing().status()) {
            case REVOKED -> "revoked";
            case REFUSED -> "refused";
            case ACCEPTED -> change.isFirstTold() ? "recorded" : "corrected";
            case PENDING -> throw new IllegalStateException("What still waits has no event");
        };
    }
}
