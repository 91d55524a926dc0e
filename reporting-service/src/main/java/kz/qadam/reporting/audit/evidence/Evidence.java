package kz.qadam.reporting.audit.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.database.TableColumns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the records behind a figure. */
@Schema(description = "A page of the records behind a figure.")
record Evidence(
        @Schema(description = "The page says what was known at this instant. The cursor keeps it for all pages.")
        Instant asOf,

        @Schema(
                description =
                        "The page counts what had happened by the end of this local day. The cursor keeps it for all"
                                + " pages.")
        LocalDate on,

        long figureVersion,

        @Schema(ref = "EvidenceMeasure") String measure,

        @JsonUnwrapped EvidenceFilter filter,

        @Schema(description = "Whether these are the records that the figure does not count.")
        boolean excluded,

        @Schema(
                description =
                        "The number of records on all pages, counted from the records. With excluded=false it equals"
                                + " the figure.")
        long total,

        List<Item> items,

        @Schema(description = "The cursor of the next page; null on the last page.", nullable = true)
        String cursor) {

    /** A record behind a figure. */
    @Schema(name = "EvidenceRecord", description = "A record: a completion, its enrolment, and the events about both.")
    record Item(
            @Schema(description = "A pseudonym of the learner.")
            UUID learnerId,

            @Schema(description = "Other pseudonyms of the same person, which were merged into this one.")
            List<UUID> mergedFrom,

            String cohort,
            String region,
            String institution,
            String course,

            @Schema(
                    description =
                            "The day of the completion; with trained: the day on which the learner became trained; with"
                                    + " enrolled: the day of the enrolment.")
            LocalDate day,

            @Schema(description = "Null with enrolled.", nullable = true)
            UUID completionId,

            @Schema(nullable = true) String reference,
            @Schema(nullable = true) String status,
            @Schema(nullable = true) UUID enrolmentId,
            @Schema(nullable = true) String enrolmentReference,
            @Schema(nullable = true) LocalDate enrolledOn,

            @Schema(
                    description = "The versions of the rules by which the learner is trained; null for other records.",
                    nullable = true)
            Rule admittedBy,

            @Schema(description = "Why the figure does not count the record; null if it does.", nullable = true)
            String because,

            @Schema(description = "The batch since which the record is known in this state.")
            long batch,

            @Schema(description = "The instant of that batch.")
            Instant knownSince,

            List<Event> events) {}

    /** The versions of the rules by which a learner was judged. */
    @Schema(name = "EvidenceRule", description = "The versions of the rules by which the learner was judged.")
    record Rule(
            @Schema(description = "The version of the requirement in force on the day.")
            Long requirementVersion,

            long programmeVersion,

            @Schema(description = "The newest version of the cohort that was known when the learner was judged.")
            long cohortVersion) {}

    /** An event about the record. */
    @Schema(name = "EvidenceEvent", description = "An event, with its topic, partition and offset in Kafka.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(UUID eventId, String type, long version, String topic, int partition, long offset) {

        /** Reads an event from a row of the event log; the row has the version of the subject as {@code version}. */
        static final TableColumns<Event> ROW = TableColumns.of(Event.class, Map.of("offset", "record_offset"));
    }
}
