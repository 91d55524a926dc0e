package kz.qadam.reporting.audit.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The receipt of a completion: when it was received, and whether it counts. */
@Schema(
        description =
                "The receipt of a completion: when it was received, and since when it counts, or why it does not.")
record Receipt(
        @Schema(description = "The receipt says what was known at this instant.")
        Instant asOf,

        @Schema(description = "The receipt counts what had happened by the end of this local day.")
        LocalDate on,

        UUID completionId,
        @Schema(examples = "C-1") String reference,
        @Schema(examples = "school-42") String institution,
        @Schema(examples = "AI-101") String course,
        @Schema(examples = "pupils") String cohort,
        @Schema(examples = "KZ-75") String region,
        LocalDate completedOn,

        @Schema(
                description =
                        "The status as last published. A completion that has always waited for its enrolment is not"
                                + " published.",
                enumeration = {"accepted", "pending", "refused", "revoked"})
        String status,

        @Schema(description = "The version of the completion, from 1.", examples = "1")
        long version,

        @Schema(description = "Since when this service knows the completion.")
        Since received,

        @Schema(description = "Whether the figures count it among the completions.")
        boolean counts,

        @Schema(description = "Since when the figures count it; null if they do not.", nullable = true)
        Since countsSince,

        @Schema(
                description =
                        "Why it does not count, as progress-service states it; after-the-day: it was completed after"
                                + " the day on. Null if it counts.",
                nullable = true,
                examples = "before-enrolment")
        String because,

        Training training,

        @Schema(description = "The newest 1000 events about the completion, the oldest first.")
        List<Event> events,

        @Schema(
                description = "Where the newest of these events is in the archive; null until asOf is after its seal.",
                nullable = true)
        Sealed sealed) {

    static final String AFTER_THE_DAY = "after-the-day";

    /** A batch of the intake. */
    @Schema(
            description =
                    "A batch of the intake and its instant. Questions as of this instant or later take the batch into"
                            + " account.")
    record Since(@Schema(examples = "1234") long batch, Instant at) {}

    /** Whether the completion makes its learner trained (rule 2). */
    @Schema(description = "Whether this completion makes its learner trained in the cohort.")
    record Training(
            boolean makesTrained,

            @Schema(description = "Since when it makes the learner trained; null if it does not.", nullable = true)
            Since since,

            @Schema(
                    description =
                            "another-completion: another completion makes the learner trained; requirement-not-met: the"
                                    + " learner is not trained yet; in-flight: the decision of progress-service has"
                                    + " not arrived yet; does-not-count: the completion does not count; after-the-day:"
                                    + " it was completed after the day on. Null if it makes the learner trained.",
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

    /** A line of the archive, by which anybody who has a copy finds it. */
    @Schema(name = "SealedLine", description = "A line of a sealed segment.")
    record Sealed(
            @Schema(
                    description = "Where the files of the segment are in a copy of the archive, without their ending.",
                    examples = "reporting.events/1/2026/000000042")
            String segment,

            @Schema(description = "From 1.", examples = "17")
            long line) {}

    /** An event about the completion. */
    @Schema(
            name = "ReceiptEvent",
            description = "An event about the completion, with its topic, partition and offset in Kafka.")
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
