package kz.qadam.reporting.audit.evidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.reporting.openapi.OpenApiPlaceholders;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A page of the records behind a figure. */
@Schema(
        description = "A page of the records behind a figure.",
        properties =
                @SchemaProperty(
                        name = OpenApiPlaceholders.BREAKDOWNS,
                        type = SchemaType.STRING,
                        nullable = true,
                        description = "The member that the records are narrowed to."))
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

        List<EvidenceRecord> items,

        @Schema(description = "The cursor of the next page; null on the last page.", nullable = true)
        String cursor) {}
