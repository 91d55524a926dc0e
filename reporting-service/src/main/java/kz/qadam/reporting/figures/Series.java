package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Horizon;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.RollUp;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.MacroRegion;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.catalogue.plan.Plan;
import kz.qadam.reporting.figures.AnswerColumns.Column;
import kz.qadam.reporting.rollup.Dimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** How many people of a cohort were trained, period by period. */
@Schema(description = "How many people of a cohort were trained, period by period; periods without any are included.")
public record Series(
        @JsonUnwrapped AnswerHead head,
        @Schema(examples = "pupils") String cohort,

        @Schema(description = "Null if the series is of all regions.", nullable = true)
        String region,

        @Schema(description = "Null if the series is of all institutions.", nullable = true)
        String institution,

        @Schema(ref = "SeriesInterval") String interval,

        List<Point> points)
        implements TabularAnswer {

    /** What the series is of: the nation, one region (of published numbers also a macro-region) or one institution. */
    record Scope(Dimension dimension, String code) {

        /** @throws Problem 400 if both are given, 404 for an unknown region */
        static Scope of(String region, String institution) {
            if (region != null && institution != null) {
                throw Problem.badParameter("institution", "either", "region", "institution");
            }
            if (region != null
                    && !MemberNames.mayHave(Dimension.REGION, region)
                    && MacroRegion.find(region).isEmpty()) {
                throw Problem.unknownCode("region", region);
            }
            if (institution != null) {
                return new Scope(Dimension.INSTITUTION, institution);
            }
            return region == null ? new Scope(Dimension.NATION, "") : new Scope(Dimension.REGION, region);
        }

        /** The region that a caller with this horizon asks about. */
        Scope within(Horizon horizon) {
            return of(horizon.in(dimension == Dimension.REGION ? code : null).region(), null);
        }

        /** Exact numbers are not added up over the regions of a macro-region. */
        private void requireExact() {
            if (dimension == Dimension.REGION && MacroRegion.find(code).isPresent()) {
                throw Problem.unknownCode("region", code);
            }
        }

        boolean isNation() {
            return dimension == Dimension.NATION;
        }
    }

    /** One period. */
    @Schema(name = "SeriesPoint")
    public record Point(
            @Schema(description = "2026-05-01, 2026-W18 or 2026-05.", examples = "2026-05")
            String period,

            @Schema(
                    description =
                            "People trained in the period, in the same cohorts as trained; null if the period begins"
                                    + " after on.",
                    nullable = true)
            Long newlyTrained,

            @Schema(
                    description = "People trained by the last day of the period, or by on if that is earlier. It equals"
                            + " the figure of that day: the total has the cohorts that have a target on it. Null if"
                            + " the period begins after on.",
                    nullable = true)
            Long trained,

            @Schema(
                    description =
                            "How many people should be trained by then, by the plan; null without a target, and for"
                                    + " a region or an institution.",
                    nullable = true)
            Long expected,

            @Schema(description = CohortFigures.SUPPRESSED) @JsonInclude(JsonInclude.Include.NON_NULL)
            Boolean suppressed) {}

    private static final String TRAINED = """
            select cohort, day, sum(sum(trained)) over (partition by cohort order by day) from %s as known
             where cohort = any(:cohorts) and place = :scope and day <= :on::date
             group by cohort, day
            """;

    private record Day(String cohort, LocalDate day, long trainedUntil) {}

    /** How many people were trained by the end of each day. */
    static TrainedByDay trained(Handle database, PointInTime time, Collection<String> cohorts, Scope scope) {
        Map<String, NavigableMap<LocalDate, Long>> days = new HashMap<>();
        query(database, time, cohorts, scope)
                .map((row, context) -> new Day(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3)))
                .forEach(one -> days.computeIfAbsent(one.cohort(), cohort -> new TreeMap<>())
                        .put(one.day(), one.trainedUntil()));
        return new TrainedByDay(days);
    }

    static Query query(Handle database, PointInTime time, Collection<String> cohorts, Scope scope) {
        return database.createQuery(TRAINED.formatted(RollUp.at(scope.dimension(), ":batch")))
                .bind("scope", scope.code())
                .bindArray("cohorts", String.class, cohorts)
                .bind("batch", time.batch())
                .bind("on", time.on().toString());
    }

    /** @throws Problem 404 for an institution that has trained nobody and is not described */
    static Series of(KnownState known, String cohort, Scope scope, SeriesRange range) {
        scope.requireExact();
        Catalogue catalogue = known.catalogue();
        TrainedByDay trained = trained(known.database(), known.time(), catalogue.cohortsOf(cohort), scope);
        if (trained.isEmpty() && scope.dimension() == Dimension.INSTITUTION) {
            requireDescribed(known, scope.code());
        }
        return new Series(
                known.head().withoutRegion(),
                cohort,
                scope.dimension() == Dimension.REGION ? scope.code() : null,
                scope.dimension() == Dimension.INSTITUTION ? scope.code() : null,
                range.interval().code(),
                points(known, cohort, scope, range.within(catalogue.programme(), known.on()), trained));
    }

    private static void requireDescribed(KnownState known, String institution) {
        if (Catalogue.names(known.database(), known.time().batch(), Dimension.INSTITUTION, List.of(institution))
                .isEmpty()) {
            throw Problem.unknownCode("institution", institution);
        }
    }

    /** The total of a day has the cohorts that have a target on it, so they may change from point to point. */
    private static List<Point> points(
            KnownState known, String cohort, Scope scope, SeriesRange range, TrainedByDay trained) {
        Catalogue catalogue = known.catalogue();
        List<Cohort> planned = !scope.isNation()
                ? List.of()
                : catalogue.cohortsOf(cohort).stream()
                        .map(code -> catalogue.cohorts().get(code))
                        .toList();
        List<Point> points = new ArrayList<>();
        for (SeriesRange.Period period : range.periods(known.on())) {
            LocalDate day = period.until();
            Long until = null;
            Long newly = null;
            if (!period.isAhead()) {
                List<String> counting = catalogue.cohortsOf(cohort, day);
                until = trained.until(counting, day);
                newly = until - trained.until(counting, period.begin().minusDays(1));
            }
            Long expected = Plan.expected(catalogue.plansOn(day, planned), day);
            points.add(new Point(period.name(), newly, until, expected, null));
        }
        return points;
    }

    static final AnswerColumns<Series, Point> COLUMNS = AnswerColumns.of(
            Series::head,
            List.of(
                    AnswerColumns.cohort(Series::cohort),
                    Column.text("region", "The region; empty if the series is of all regions", Series::region),
                    Column.text(
                            "institution",
                            "The institution; empty if the series is of all institutions",
                            Series::institution)),
            List.of(
                    Column.text("period", "2026-05-01, 2026-W18 or 2026-05", Point::period),
                    Column.whole("newlyTrained", "People trained in the period", Point::newlyTrained),
                    Column.people("trained", "People trained by the last day of the period", Point::trained),
                    Column.whole("expected", "How many people should be trained by then", Point::expected)));

    @Override
    public CsvTable table() {
        return COLUMNS.table(this, points);
    }
}
