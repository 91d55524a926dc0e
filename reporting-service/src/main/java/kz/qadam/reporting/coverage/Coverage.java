package kz.qadam.reporting.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import kz.qadam.reporting.catalogue.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which institutions report, so that a figure of nothing is not taken for nothing done. */
@Schema(description = "Which of the active institutions have reported of late, and which have not.")
public record Coverage(
        Instant asOf,
        LocalDate on,
        long figureVersion,

        @Schema(description = "Late is within so many days, the day of on being the last.", examples = "30")
        int days,

        @Schema(description = "Null: of all regions.", nullable = true)
        String region,

        Count all,
        List<Place> regions,
        List<Reporter> institutions,

        @Schema(description = "Where the next institutions begin; null on the last page.", nullable = true)
        String cursor) {

    /** Whether an institution has reported. */
    enum State {
        /** Something that it sent in these days was kept. */
        reported,
        /** It sent something in these days, and nothing of it was new or right. */
        zero,
        /** It sent nothing in these days. */
        silent,
        /** It has never sent anything. */
        never
    }

    /** How many institutions are in which state. */
    @Schema(name = "CoverageCount", description = "How many active institutions there are, and in which state.")
    public record Count(
            long active,

            @Schema(description = "Something that they sent was kept.")
            long reported,

            @Schema(description = "They sent something, and nothing of it was new or right.")
            long zero,

            @Schema(description = "They sent nothing in these days.")
            long silent,

            @Schema(description = "They have never sent anything.")
            long never) {

        static Count of(Map<State, Long> states) {
            return new Count(
                    states.values().stream().mapToLong(Long::longValue).sum(),
                    states.getOrDefault(State.reported, 0L),
                    states.getOrDefault(State.zero, 0L),
                    states.getOrDefault(State.silent, 0L),
                    states.getOrDefault(State.never, 0L));
        }

        Count plus(Count other) {
            return new Count(
                    active + other.active,
                    reported + other.reported,
                    zero + other.zero,
                    silent + other.silent,
                    never + other.never);
        }

        static Count sum(Collection<Count> counts) {
            return counts.stream().reduce(of(Map.of()), Count::plus);
        }
    }

    /** A region's institutions. */
    @Schema(name = "CoveragePlace", description = "A region and its institutions.")
    public record Place(@Schema(examples = "KZ-75") String region, Count institutions) {

        static List<Place> of(SortedMap<String, Count> regions) {
            return regions.entrySet().stream()
                    .map(region -> new Place(region.getKey(), region.getValue()))
                    .toList();
        }
    }

    /** An institution. */
    @Schema(name = "CoverageInstitution", description = "An active institution, and whether it has reported.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reporter(
            @Schema(examples = "school-42") String institution,
            Names names,

            @Schema(description = "As it is described; or unknown.", examples = "KZ-75")
            String region,

            @Schema(
                    description = "reported: something was kept; zero: something was sent, and nothing of it was new or"
                            + " right; silent: nothing was sent in these days; never: nothing was ever sent.")
            State state,

            @Schema(description = "The last day on which it sent anything; absent if it never did.")
            LocalDate lastReportedOn) {}
}
