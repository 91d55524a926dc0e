package kz.qadam.reporting.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the records behind a figure. */
@Schema(description = "A page of the records behind a figure.")
record Evidence(
        @Schema(description = "As of when: what was known at this instant. The cursor keeps to it.")
        Instant asOf,

        @Schema(description = "What had happened by the end of this local day. The cursor keeps to it.")
        LocalDate on,

        long figureVersion,

        @Schema(ref = "EvidenceMeasure") String measure,

        @JsonUnwrapped EvidenceFilter filter,

        @Schema(description = "Whether these are the records that the figure leaves out.")
        boolean excluded,

        @Schema(
                description =
                        "How many records there are on all pages together, counted from the records; that of those"
                                + " not excluded is the figure.")
        long total,

        List<Item> items,

        @Schema(description = "Where the next page begins; null on the last.", nullable = true)
        String cursor) {

    /** A record. */
    @Schema(
            name = "EvidenceRecord",
            description = "A record: the completion, its enrolment, and the events about them.")
    record Item(
            @Schema(description = "A pseudonym.") UUID learnerId,

            @Schema(description = "Under which other pseudonyms the same person was known before they were merged.")
            List<UUID> mergedFrom,

            String cohort,
            String region,
            String institution,
            String course,

            @Schema(
                    description =
                            "On which the course was completed; with trained: on which the learner became trained; with"
                                    + " enrolled: on which the learner enrolled.")
            LocalDate day,

            @Schema(description = "Null with enrolled.", nullable = true)
            UUID completionId,

            @Schema(nullable = true) String reference,
            @Schema(nullable = true) String status,
            @Schema(nullable = true) UUID enrolmentId,
            @Schema(nullable = true) String enrolmentReference,
            @Schema(nullable = true) LocalDate enrolledOn,

            @Schema(
                    description = "The rules by which the learner counts as trained; null for other records.",
                    nullable = true)
            Rule admittedBy,

            @Schema(description = "Why the figure leaves it out; null if it does not.", nullable = true)
            String because,

            @Schema(description = "The batch since which this is known.")
            long batch,

            @Schema(description = "The instant of that batch.")
            Instant knownSince,

            List<Event> events) {

        Item with(List<Event> found) {
            return new Item(
                    learnerId,
                    mergedFrom,
                    cohort,
                    region,
                    institution,
                    course,
                    day,
                    completionId,
                    reference,
                    status,
                    enrolmentId,
                    enrolmentReference,
                    enrolledOn,
                    admittedBy,
                    because,
                    batch,
                    knownSince,
                    found);
        }
    }

    /** The versions of the rules that a training was judged by. */
    @Schema(name = "EvidenceRule", description = "The versions of the rules that it was judged by.")
    record Rule(
            @Schema(description = "The requirement's, in force on that day.")
            long requirementVersion,

            long programmeVersion,

            @Schema(description = "The newest version of the cohort that was known when the learner was judged.")
            long cohortVersion) {}

    /** An event about it. */
    @Schema(name = "EvidenceEvent", description = "An event, and where it is in Kafka.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(UUID eventId, String type, long version, String topic, int partition, long offset) {}
}
