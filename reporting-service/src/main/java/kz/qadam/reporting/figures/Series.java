package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.MacroRegion;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.catalogue.plan.Plan;
import kz.qadam.reporting.figures.AnswerColumns.Column;
import kz.qadam.reporting.rollup.Dimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

        /** The region that a caller with this access asks about. */
        Scope within(AccessScope access) {
            return of(access.in(dimension == Dimension.REGION ? code : null).region(), null);
        }

        /** Exact numbers are not added up over the regions of a macro-region. */
        void requireExact() {
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

            @Schema(description = Counts.SUPPRESSED) @JsonInclude(JsonInclude.Include.NON_NULL)
            Boolean suppressed) {}

    /** @throws Problem 404 for an unknown institution or place, 422 if the public has no such series */
    static Series of(FigureSource source, String cohort, Scope scope, SeriesRange range) {
        TrainedOverTime trained = source.trained(cohort, scope, range.interval());
        return new Series(
                (scope.isNation() ? source.head() : source.headOfMonthEnd()).withoutRegion(),
                cohort,
                scope.dimension() == Dimension.REGION ? scope.code() : null,
                scope.dimension() == Dimension.INSTITUTION ? scope.code() : null,
                range.interval().code(),
                trained.on() == null
                        ? List.of()
                        : points(
                                range.within(source.programme(), trained.on()).periods(trained.on()),
                                trained,
                                scope.isNation() ? source.described(cohort) : List.of(),
                                source.programme()));
    }

    /** @param planned the cohorts whose plans the numbers are compared with */
    private static List<Point> points(
            List<SeriesRange.Period> periods,
            TrainedOverTime trained,
            List<Cohort> planned,
            Optional<Programme> programme) {
        List<TrainedOverTime.Numbers> numbers = trained.of(periods);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            LocalDate day = periods.get(i).until();
            TrainedOverTime.Numbers one = numbers.get(i);
            points.add(new Point(
                    periods.get(i).name(),
                    one.newly(),
                    one.until(),
                    Plan.expected(Cohort.plansOn(day, planned, programme), day),
                    one.suppressed()));
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
