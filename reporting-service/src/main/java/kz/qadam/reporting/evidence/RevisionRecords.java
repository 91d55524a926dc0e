package kz.qadam.reporting.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what changed a figure between two instants. */
@Schema(
        description =
                "A page of the records that changed a figure between two instants, in the order of their batches.")
record RevisionRecords(
        Instant from,
        Instant to,
        LocalDate on,
        String measure,
        String cohort,
        List<Item> items,

        @Schema(description = "Where the next page begins; null on the last.", nullable = true)
        String cursor) {

    /** A change. */
    @Schema(name = "RevisionRecord", description = "A change: how something counted before, and how it counts after.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Schema(description = "The batch that brought it.")
            long batch,

            Instant knownSince,

            @JsonProperty("class") @Schema(ref = "RevisionClass")
            String kind,

            @Schema(description = "By how much the nation's figure changed: 1, -1, or 0 if it only moved.")
            int change,

            @Schema(description = "Whose figure changed.", examples = "pupils")
            String cohort,

            UUID learnerId,

            @Schema(description = "Absent: it did not count.")
            Place before,

            @Schema(description = "Absent: it does not count any more.")
            Place after,

            @Schema(description = "The event about it, and where it is in Kafka.")
            Evidence.Event event) {}

    /** Where something counts. */
    @Schema(name = "RevisionPlace", description = "The completion by which it counts, its day and where.")
    record Place(UUID completionId, LocalDate day, String region, String institution, String course) {}
}
