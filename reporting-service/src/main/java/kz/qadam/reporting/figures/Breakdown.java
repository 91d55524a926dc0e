package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** The figures of a cohort by region or institution. */
@Schema(description = "The figures of a cohort by region or by institution.")
record Breakdown(
        @JsonUnwrapped Head head,
        @Schema(examples = "pupils") String cohort,
        @Schema(examples = "region") String by,
        Additive additive,
        List<Cell> cells) {

    /** What a cohort can be broken down by. */
    enum By {
        REGION,
        INSTITUTION;

        static By of(String text) {
            return Arrays.stream(values())
                    .filter(by -> by.code().equals(text))
                    .findFirst()
                    .orElseThrow(() -> Problem.badParameter("by", "unknown-value", "by", "region, institution"));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which measures may be added up over the cells. */
    @Schema(description = "Which measures add up over the cells to the cohort's figure.")
    record Additive(
            boolean trained,
            boolean completions,

            @Schema(description = "false: one learner may be enrolled in several places.")
            boolean enrolled) {}

    @Schema(name = "BreakdownCell")
    record Cell(
            @Schema(description = "The code of the region or institution, or unknown.", examples = "KZ-75")
            String key,

            @Schema(description = "Null while the institution has not been described.", nullable = true)
            Names names,

            long enrolled,
            long completions,
            long trained) {

        static Cell of(String key, Names names, Counts counts) {
            return new Cell(key, names, counts.enrolled(), counts.completions(), counts.trained());
        }
    }

    private static final Additive ADDITIVE = new Additive(true, true, false);
    private static final String UNKNOWN = "unknown";

    static Breakdown of(Head head, String cohort, By by, List<Cell> cells) {
        return new Breakdown(head, cohort, by.code(), ADDITIVE, cells);
    }

    static List<Cell> cells(Handle database, Moment moment, By by, List<String> cohorts) {
        Map<String, Counts> counts = Counts.by(database, by, cohorts, moment);
        return by == By.REGION ? regions(counts) : institutions(database, moment, counts);
    }

    /** All regions, since nothing is a figure too; {@code unknown} only if something is in it. */
    private static List<Cell> regions(Map<String, Counts> counts) {
        return Regions.NAMES.entrySet().stream()
                .filter(region -> !region.getKey().equals(UNKNOWN) || hasAny(counts.get(UNKNOWN)))
                .map(region -> Cell.of(
                        region.getKey(), region.getValue(), counts.getOrDefault(region.getKey(), Counts.NOTHING)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Cell> institutions(Handle database, Moment moment, Map<String, Counts> counts) {
        Set<String> codes = counts.keySet().stream()
                .filter(code -> hasAny(counts.get(code)))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Names> names = Catalogue.institutions(database, moment.batch(), codes);
        return codes.stream()
                .map(code -> Cell.of(code, names.get(code), counts.get(code)))
                .toList();
    }

    private static boolean hasAny(Counts counts) {
        return counts != null && !counts.equals(Counts.NOTHING);
    }
}
