package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.reporting.asof.PointInTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The members that every answer with figures begins with. */
@Schema(name = "Head", description = "The members that every answer with figures begins with.")
public record AnswerHead(
        @Schema(
                description = "Transaction time: the figures are what was known at this instant. Published figures: the"
                        + " instant of their release, or of the month end that they are of. Null before the first event,"
                        + " and while nothing is published.",
                examples = "2026-06-01T05:00:01.123456Z")
        Instant asOf,

        @Schema(
                description =
                        "Valid time: the figures are what had happened by the end of this local day. Null while nothing"
                                + " is published.",
                examples = "2026-06-01")
        LocalDate on,

        @Schema(
                description =
                        "When the newest event that the figures include was published. Published figures: the same as asOf.",
                examples = "2026-06-01T05:00:00Z")
        Instant dataThrough,

        @Schema(
                description = "Grows with every batch of events. Published figures: the number of the release.",
                examples = "1234")
        long figureVersion,

        @Schema(description = "Whether the figures may still change although nothing new is reported.")
        boolean provisional,

        List<ProvisionalReason> because,
        Audience audience,

        @Schema(description = "The page that defines the figures.", examples = "https://qadam.kz/definitions/1")
        String definition,

        @Schema(
                description = "Only for a token that names a region: the exact figures are of this region alone.",
                examples = "KZ-75")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String region,

        @JsonUnwrapped Publication publication) {

    /** The members that only published figures have; exact figures have none of them. */
    @Schema(name = "PublishedHead", description = "Only in published figures.")
    public record Publication(
            Rounding rounding,

            @Schema(
                    description = "From this instant on the next release is public; null while nothing is published.",
                    nullable = true)
            Instant nextRelease,

            @Schema(description = "true: a trial, whose people do not exist; otherwise absent.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Boolean trial) {}

    /** How counts of people are rounded. */
    @Schema(name = "Rounding", description = "Counts of people are whole multiples of unit, rounded down.")
    public record Rounding(
            @Schema(examples = "10") int unit,
            @Schema(examples = "down") String direction) {}

    /**
     * The head of exact figures.
     *
     * @param region null: of all regions
     */
    static AnswerHead exact(PointInTime time, List<ProvisionalReason> because, String definition, String region) {
        return new AnswerHead(
                time.asOf(),
                time.on(),
                time.dataThrough(),
                time.batch(),
                !because.isEmpty(),
                because,
                Audience.exact,
                definition,
                region,
                null);
    }

    /** The same for an answer that has a member {@code region} itself. */
    AnswerHead withoutRegion() {
        return new AnswerHead(
                asOf, on, dataThrough, figureVersion, provisional, because, audience, definition, null, publication);
    }

    /** Who may see the figures. */
    public enum Audience {
        published,
        exact;

        /**
         * The audience that the caller belongs to. A caller who sees one region only is answered like everybody, unless
         * the answer can be narrowed to the region.
         */
        public static Audience of(Caller caller) {
            return caller.isViewer() || caller.isOffice() || caller.isAuditor() ? exact : published;
        }
    }
}
