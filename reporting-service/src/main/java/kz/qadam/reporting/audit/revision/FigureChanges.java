package kz.qadam.reporting.audit.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.reporting.openapi.OpenApiPlaceholders;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How figures changed between two instants, and why. */
@Schema(
        name = "RevisionComparison",
        description = "How the figures of one day changed between two instants of knowledge. A figure is listed if it"
                + " changed, or if changes in it cancelled each other out.")
public record FigureChanges(
        Known from,
        Known to,

        @Schema(description = "Both figures count what had happened by the end of this local day.")
        LocalDate on,

        List<Figure> figures) {

    /** Only the figures in an access scope: a region sees its own, and none of the nation. */
    FigureChanges within(AccessScope scope) {
        return new FigureChanges(
                from,
                to,
                on,
                figures.stream()
                        .filter(figure -> !scope.isOfRegion() || scope.region().equals(figure.region()))
                        .toList());
    }

    /** A state of knowledge. */
    @Schema(name = "RevisionsKnown", description = "The state of knowledge at an instant.")
    public record Known(Instant asOf, long figureVersion) {}

    /** A figure at both instants. */
    @Schema(
            name = "Revision",
            description = "A figure at both instants. The changes of all classes add up to the difference.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(
            @Schema(description = "Absent for people.", examples = "pupils")
            String cohort,

            @Schema(enumeration = {OpenApiPlaceholders.MEASURES, "target"})
            String measure,

            @Schema(description = "Absent for the nation.", examples = "KZ-75")
            String region,

            @Schema(description = "The figure as known at from; absent if there was none.")
            Long before,

            @Schema(description = "The figure as known at to; absent if there is none.")
            Long after,

            long difference,

            @Schema(
                    description =
                            "The change by class. late: reported between the instants, for a day up to the day of the"
                                    + " first instant; new: for a later day, or without a day; correction, revocation,"
                                    + " merge: a counted record was corrected, revoked, or moved by a merge of learners or"
                                    + " its undoing; rule: a requirement or a course changed; programme: the days of the"
                                    + " programme changed; target: the target itself changed; other: the cause is not"
                                    + " known here.",
                    examples = "{\"late\": 12, \"revocation\": -1}")
            Map<String, Long> because) {}
}
