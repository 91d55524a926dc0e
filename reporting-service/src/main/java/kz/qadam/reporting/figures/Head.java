package kz.qadam.reporting.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.security.Caller;
import kz.qadam.reporting.asof.PointInTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What every answer with figures begins with. */
@Schema(description = "What every answer with figures begins with.")
public record Head(
        @Schema(
                description = "As of when: what was known at this instant. Null before anything was ever known.",
                examples = "2026-06-01T05:00:01.123456Z")
        Instant asOf,

        @Schema(description = "What had happened by the end of this local day.", examples = "2026-06-01")
        LocalDate on,

        @Schema(
                description = "The newest event that is taken into account was published then.",
                examples = "2026-06-01T05:00:00Z")
        Instant dataThrough,

        @Schema(description = "Grows with every change of what is known.", examples = "1234")
        long figureVersion,

        @Schema(description = "Whether the figures may still change without anything new happening.")
        boolean provisional,

        List<ProvisionalReason> because,
        Audience audience,

        @Schema(description = "A page that says what is counted, and how.", examples = "https://qadam.kz/definitions/1")
        String definition) {

    static Head of(FigureContext context, List<ProvisionalReason> because, String definition) {
        PointInTime moment = context.time();
        return new Head(
                moment.asOf(),
                moment.on(),
                moment.dataThrough(),
                moment.batch(),
                !because.isEmpty(),
                because,
                context.audience(),
                definition);
    }

    /** For whom the figures are. */
    public enum Audience {
        published,
        exact;

        /** What the caller may see. */
        public static Audience of(Caller caller) {
            return caller.isViewer() || caller.isOffice() || caller.isAuditor() ? exact : published;
        }
    }
}
