package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Course;
import kz.qadam.reporting.catalogue.Names;
import kz.qadam.reporting.rollup.Grain;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** The figures of a cohort by region, institution, course or area. */
@Schema(description = "The figures of a cohort by region, institution, course or area.")
public record Breakdown(
        @JsonUnwrapped Head head,
        @Schema(examples = "pupils") String cohort,
        @Schema(examples = "region") String by,
        Additive additive,
        List<Cell> cells)
        implements Table {

    /** What a cohort can be broken down by. */
    public enum By {
        REGION(Grain.REGION),
        INSTITUTION(Grain.INSTITUTION),
        COURSE(Grain.COURSE),
        AREA(Grain.AREA);

        private final Grain grain;

        By(Grain grain) {
            this.grain = grain;
        }

        static By of(String text) {
            return Arrays.stream(values())
                    .filter(by -> by.code().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            Problem.badParameter("by", "unknown-value", "by", "region, institution, course, area"));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which measures may be added up over the cells. */
    @Schema(description = "Which measures add up over the cells to the cohort's figure.")
    public record Additive(
            @Schema(
                    description = "true: a trained person belongs to the place of the one completion that made the"
                            + " person trained.")
            boolean trained,

            boolean completions,

            @Schema(description = "false: one learner may have completed something in several places.")
            boolean completed,

            @Schema(description = "false: one learner may be enrolled in several places.")
            boolean enrolled) {}

    @Schema(name = "BreakdownCell")
    public record Cell(
            @Schema(
                    description = "The code of the region, institution, course or area; or unknown.",
                    examples = "KZ-75")
            String key,

            @Schema(description = "Null while the institution or course has not been described.", nullable = true)
            Names names,

            @Schema(description = "People with any enrolment there.")
            Long enrolled,

            @Schema(description = "People with a completion there that counts.")
            Long completed,

            @Schema(description = "Completions there that count.")
            long completions,

            @Schema(description = "People whom a completion there made trained.")
            Long trained) {

        static Cell of(String key, Names names, Counts counts) {
            return new Cell(key, names, counts.enrolled(), counts.completed(), counts.completions(), counts.trained());
        }
    }

    private static final Additive ADDITIVE = new Additive(true, true, false, false);

    static Breakdown of(Head head, String cohort, By by, List<Cell> cells) {
        return new Breakdown(head, cohort, by.code(), ADDITIVE, cells);
    }

    static List<Cell> cells(Handle database, PointInTime moment, By by, List<String> cohorts, Catalogue catalogue) {
        Map<String, Counts> counts = Counts.by(database, by.grain, cohorts, moment);
        counts.values().removeIf(Counts.NOTHING::equals);
        return switch (by) {
            case REGION -> all(Labels.REGIONS, counts);
            case AREA -> all(Labels.AREAS, counts);
            case INSTITUTION -> withAnything(Catalogue.institutions(database, moment.batch(), counts.keySet()), counts);
            case COURSE -> {
                Map<String, Names> titles = new HashMap<>();
                catalogue.courses().values().forEach((Course course) -> titles.put(course.code(), course.titles()));
                yield withAnything(titles, counts);
            }
        };
    }

    /** Also those with nothing in them, since that is a figure too; {@code unknown} only if something is. */
    private static List<Cell> all(Map<String, Names> names, Map<String, Counts> counts) {
        return names.entrySet().stream()
                .filter(place -> !place.getKey().equals(Labels.UNKNOWN) || counts.containsKey(Labels.UNKNOWN))
                .map(place ->
                        Cell.of(place.getKey(), place.getValue(), counts.getOrDefault(place.getKey(), Counts.NOTHING)))
                .toList();
    }

    private static List<Cell> withAnything(Map<String, Names> names, Map<String, Counts> counts) {
        Set<String> codes = new TreeSet<>(counts.keySet());
        return codes.stream()
                .map(code -> Cell.of(code, names.get(code), counts.get(code)))
                .toList();
    }

    @Override
    public List<String> columns() {
        return List.of(
                "asOf",
                "on",
                "provisional",
                "cohort",
                "by",
                "key",
                "name_kk",
                "name_ru",
                "name_en",
                "enrolled",
                "completed",
                "completions",
                "trained");
    }

    @Override
    public Stream<List<?>> rows() {
        return cells.stream()
                .map(cell -> Arrays.asList(
                        head.asOf(),
                        head.on(),
                        head.provisional(),
                        cohort,
                        by,
                        cell.key(),
                        cell.names() == null ? null : cell.names().kk(),
                        cell.names() == null ? null : cell.names().ru(),
                        cell.names() == null ? null : cell.names().en(),
                        cell.enrolled(),
                        cell.completed(),
                        cell.completions(),
                        cell.trained()));
    }
}
