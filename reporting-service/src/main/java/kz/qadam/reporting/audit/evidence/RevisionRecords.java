package kz.qadam.reporting.audit.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.openapi.OpenApiPlaceholders;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A page of the records that changed a figure between two instants. */
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

        @Schema(description = "The cursor of the next page; null on the last page.", nullable = true)
        String cursor) {

    /** A change of a figure. */
    @Schema(name = "RevisionRecord", description = "A change: how a record counted before and after.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Schema(description = "The batch that brought the change.")
            long batch,

            Instant knownSince,

            @JsonProperty("class") @Schema(ref = "RevisionClass")
            String kind,

            @Schema(
                    description =
                            "The change of the nation's figure: 1, -1, or 0 if the record only moved to another day,"
                                    + " region, institution, course or attribute.")
            int change,

            @Schema(description = "The cohort whose figure changed.", examples = "pupils")
            String cohort,

            UUID learnerId,

            @Schema(description = "How the record counted before; absent if it did not.")
            Place before,

            @Schema(description = "How the record counts after; absent if it does not any more.")
            Place after,

            @Schema(
                    description =
                            "The event of the state that changed it, with its topic, partition and offset in Kafka. If only an"
                                    + " attribute of the enrolment changed, the enrolment has the event of that change.")
            EvidenceRecord.Event event) {}

    /** How a record counts. */
    @Schema(
            name = "RevisionPlace",
            properties =
                    @SchemaProperty(
                            name = OpenApiPlaceholders.ATTRIBUTES,
                            type = SchemaType.STRING,
                            description =
                                    "What the institution says of the enrolment besides; absent if it says nothing."),
            description =
                    "The completion, and the day, region, institution, course and attributes for which it counts.")
    record Place(
            UUID completionId,
            LocalDate day,
            String region,
            String institution,
            String course,
            @JsonIgnore @Schema(hidden = true) Map<String, String> attributes) {

        /** What the institution says of the enrolment besides, each attribute under its name. */
        @JsonAnyGetter
        Map<String, String> byAttribute() {
            return attributes;
        }
    }
}
