package kz.qadam.reporting.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a completion. */
@Schema(
        description =
                "What became of a completion: when it was received, whether it counts and since when, or why not.")
record Receipt(
        @Schema(description = "As of when: what was known at this instant.")
        Instant asOf,

        @Schema(description = "What had happened by the end of this local day.")
        LocalDate on,

        UUID completionId,
        @Schema(examples = "C-1") String reference,
        @Schema(examples = "school-42") String institution,
        @Schema(examples = "AI-101") String course,
        @Schema(examples = "pupils") String cohort,
        @Schema(examples = "KZ-75") String region,
        LocalDate completedOn,

        @Schema(
                description = "As last published. One that has always waited for its enrolment is not published.",
                enumeration = {"accepted", "pending", "refused", "revoked"})
        String status,

        @Schema(description = "Counts the states of the completion.", examples = "1")
        long version,

        @Schema(description = "Since when it is known here.")
        Since received,

        @Schema(description = "Whether the figures count it among the completions.")
        boolean counts,

        @Schema(description = "Since when they do; null if they do not.", nullable = true)
        Since countsSince,

        @Schema(
                description = "Why it does not count, in the words of progress-service; after-the-day: it was completed"
                        + " after the day that was asked for. Null if it counts.",
                nullable = true,
                examples = "before-enrolment")
        String because,

        Training training,

        @Schema(description = "The newest 1000 events about it, the oldest first.")
        List<Event> events) {

    static final String AFTER_THE_DAY = "after-the-day";

    /** A batch of the intake. */
    @Schema(description = "A batch of the intake, and its instant: what is asked as of it or later knows this.")
    record Since(@Schema(examples = "1234") long batch, Instant at) {}

    /** Whether it is the completion that makes its learner trained (rule 2). */
    @Schema(description = "Whether it is the completion that makes its learner trained in the cohort.")
    record Training(
            boolean makesTrained,

            @Schema(description = "Since when it does; null if it does not.", nullable = true)
            Since since,

            @Schema(
                    description = "another-completion: the learner is trained by another one; requirement-not-met: the"
                            + " learner is not trained yet; in-flight: whether it does is not known here yet;"
                            + " does-not-count; after-the-day. Null if it does.",
                    nullable = true,
                    enumeration = {
                        "another-completion",
                        "requirement-not-met",
                        "in-flight",
                        "does-not-count",
                        AFTER_THE_DAY
                    })
            String because) {

        static Training by(Since since) {
            return new Training(true, since, null);
        }

        static Training not(String because) {
            return new Training(false, null, because);
        }
    }

    /** An event about it. */
    @Schema(name = "ReceiptEvent", description = "An event about it, and where it is in Kafka.")
    record Event(
            UUID eventId,

            @Schema(examples = "kz.qadam.completion.recorded.v1")
            String type,

            long version,
            Since known,
            @Schema(examples = "qadam.completions") String topic,
            int partition,
            long offset) {}
}
