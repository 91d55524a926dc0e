package kz.qadam.reporting.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.qadam.reporting.openapi.DeclaredLists;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How figures changed between two instants, and because of what. */
@Schema(
        name = "Revisions",
        description = "How figures of one day changed from what was known at one instant to what was known at another."
                + " Only those that changed, or in which something came and went.")
public record Revised(
        Known from,
        Known to,

        @Schema(description = "Both figures are those of what had happened by the end of this local day.")
        LocalDate on,

        List<Figure> figures) {

    /** What was known. */
    @Schema(name = "RevisionsKnown", description = "What was known at an instant.")
    public record Known(Instant asOf, long figureVersion) {}

    /** A figure then and later. */
    @Schema(
            name = "Revision",
            description = "A figure then and later. What each class brought adds up to the difference.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(
            @Schema(description = "Absent for people.", examples = "pupils")
            String cohort,

            @Schema(enumeration = {DeclaredLists.MEASURES, "target"})
            String measure,

            @Schema(description = "Absent for the nation.", examples = "KZ-75")
            String region,

            @Schema(description = "Absent: there was none.") Long before,

            @Schema(description = "Absent: there is none.") Long after,

            long difference,

            @Schema(
                    description =
                            "By class. late: became known later, of a day up to that of the first instant; new: of a"
                                    + " later day, or of no day; correction, revocation, merge: of what was counted; rule: by a"
                                    + " changed requirement or course; programme: by changed days of the programme; target: the"
                                    + " target itself; other: a cause that is not known here.",
                    examples = "{\"late\": 12, \"revocation\": -1}")
            Map<String, Long> because) {}
}
