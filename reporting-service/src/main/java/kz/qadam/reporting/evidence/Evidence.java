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
    @Schema(name = "EvidenceRecord", description = "A record: the completion, its enrolment, and the events that told.")
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
                            "On which the course was completed, and with trained the learner became so; with enrolled, joined.")
            LocalDate day,

            @Schema(description = "Null with enrolled.", nullable = true)
            UUID completionId,

            @Schema(nullable = true) String reference,
            @Schema(nullable = true) String status,
            @Schema(nullable = true) UUID enrolmentId,
            @Schema(nullable = true) String enrolmentReference,
            @Schema(nullable = true) LocalDate enrolledOn,

            @Schema(description = "By what a learner counts as trained; null for other records.", nullable = true)
            Rule admittedBy,

            @Schema(description = "Why the figure leaves it out; null if it does not.", nullable = true)
            String because,

            @Schema(description = "The batch since which it stands so.")
            long batch,

            @Schema(description = "The instant of that batch.")
            Instant knownSince,

            List<Event> events) {}

    /** The versions of the rules that a training was judged by. */
    @Schema(name = "EvidenceRule", description = "The versions of the rules that it was judged by.")
    record Rule(
            @Schema(description = "The requirement's, in force on that day.")
            long requirementVersion,

            long programmeVersion,

            @Schema(description = "The newest of the cohort that the judge knew.")
            long cohortVersion) {}

    /** An event that told of it. */
    @Schema(name = "EvidenceEvent", description = "An event, and where it stands in Kafka.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(UUID eventId, String type, long version, String topic, int partition, long offset) {}
}
