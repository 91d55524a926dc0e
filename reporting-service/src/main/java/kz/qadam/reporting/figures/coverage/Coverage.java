package kz.qadam.reporting.figures.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import kz.qadam.reporting.catalogue.Institution;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.release.ReleasedCoverage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which institutions report: so a reader can distinguish a figure of zero from a figure that nobody has reported. */
@Schema(description = "Which of the active institutions have reported recently, and which have not.")
public record Coverage(
        Instant asOf,
        LocalDate on,
        long figureVersion,

        @Schema(description = "The length of the period in days; its last day is on.", examples = "30")
        int days,

        @Schema(description = "The region; null: all regions.", nullable = true)
        String region,

        Count all,
        List<OfRegion> regions,
        List<Reporter> institutions,

        @Schema(description = "The cursor of the next page of institutions; null on the last page.", nullable = true)
        String cursor) {

    /** Whether an institution has reported in the period. */
    enum State {
        /** It sent items in the period, and some of them were kept. */
        reported,
        /** It sent items in the period, and none of them was kept: all were repeated or wrong. */
        zero,
        /** It sent nothing in the period. */
        silent,
        /** It has never sent anything. */
        never
    }

    /** How many institutions are in each state. */
    @Schema(name = "CoverageCount", description = "How many active institutions there are, in all and in each state.")
    public record Count(
            long active,

            @Schema(description = "They sent items, and some of them were kept.")
            Long reported,

            @Schema(description = "They sent items, and none of them was kept: all were repeated or wrong.")
            Long zero,

            @Schema(description = "They sent nothing in the period.")
            Long silent,

            @Schema(description = "They have never sent anything.")
            Long never,

            @Schema(
                    description = "How many of them have declared on which basis they send the people of at least one"
                            + " cohort. Only in exact figures; absent if none has.",
                    examples = "12")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Long declared,

            @Schema(
                    description = "Only in published figures. true: the other counts are null, since one of them is too"
                            + " low to publish; otherwise absent.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Boolean suppressed) {

        public static final Count NONE = exact(0, 0, 0, 0, 0, 0);

        /** @param declared shown only if it is not zero: before anybody could declare, answers were the same */
        static Count exact(long active, long reported, long zero, long silent, long never, long declared) {
            return new Count(active, reported, zero, silent, never, declared == 0 ? null : declared, null);
        }

        /** Only how many institutions are active is known. */
        public static Count onlyActive(long active) {
            return published(new ReleasedCoverage.Row(null, active, null, null, null, null));
        }

        static Count published(ReleasedCoverage.Row row) {
            return new Count(
                    row.active(),
                    row.reported(),
                    row.zero(),
                    row.silent(),
                    row.never(),
                    null,
                    row.reported() == null ? Boolean.TRUE : null);
        }

        Count plus(Count other) {
            return exact(
                    active + other.active,
                    reported + other.reported,
                    zero + other.zero,
                    silent + other.silent,
                    never + other.never,
                    orZero(declared) + orZero(other.declared));
        }

        private static long orZero(Long count) {
            return count == null ? 0 : count;
        }

        public static Count sum(Collection<Count> counts) {
            return counts.stream().reduce(NONE, Count::plus);
        }
    }

    /** The institutions of a region, counted. */
    @Schema(name = "CoveragePlace", description = "A region, and how many institutions it has in each state.")
    public record OfRegion(@Schema(examples = "KZ-75") String region, Count institutions) {

        static List<OfRegion> of(SortedMap<String, Count> regions) {
            return regions.entrySet().stream()
                    .map(region -> new OfRegion(region.getKey(), region.getValue()))
                    .toList();
        }
    }

    /** An institution and its state. */
    @Schema(name = "CoverageInstitution", description = "An active institution, and whether it has reported.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reporter(
            @Schema(examples = "school-42") String institution,
            LocalizedName names,

            @Schema(description = "The region in its description, or unknown.", examples = "KZ-75")
            String region,

            @Schema(
                    description = "reported: it sent items, and some were kept; zero: it sent items, and none was kept;"
                            + " silent: it sent nothing in the period; never: it has never sent anything.")
            State state,

            @Schema(description = "The last day on which it sent anything; absent if it has never sent anything.")
            LocalDate lastReportedOn,

            @Schema(
                    description = "On which basis it sends the people of each cohort, as it has declared; absent if it"
                            + " has declared none.")
            List<Institution.DeclaredBasis> declared) {}
}
