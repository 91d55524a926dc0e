package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.catalogue.plan.Plan;
import kz.qadam.reporting.release.ReleaseHistory;
import kz.qadam.reporting.release.ReleasedCohort;

/**
 * The numbers of trained people as they were released, period by period: never restated. A period has the number that
 * was released last in it.
 */
final class PublishedSeries {

    private final PublishedContext published;
    private final ReleaseHistory history;
    private final Optional<Programme> programme;
    private final List<Cohort> cohorts;
    private final Series.Scope scope;
    private final boolean isTotal;
    private final boolean isByDay;

    private PublishedSeries(PublishedContext published, String cohort, Series.Scope scope, SeriesRange range) {
        this.published = published;
        this.history = published.state().history();
        this.programme = Optional.ofNullable(published.programme());
        this.isTotal = cohort.equals(Catalogue.TOTAL);
        this.cohorts = (isTotal ? published.inOrder() : published.cohorts(cohort))
                .stream().map(ReleasedCohort::description).toList();
        this.scope = scope;
        this.isByDay = range.interval() == SeriesInterval.DAY;
    }

    /** @throws Problem 404 if the release does not have the cohort, 422 for a region by day or week */
    static Series of(PublishedContext published, String cohort, Series.Scope scope, SeriesRange range) {
        if (!scope.isNation() && range.interval() != SeriesInterval.MONTH) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("interval", "only-by-month", "interval"));
        }
        var series = new PublishedSeries(published, cohort, scope, range);
        return new Series(
                scope.isNation() ? published.head() : published.headOfMonthEnd(),
                cohort,
                scope.isNation() ? null : scope.code(),
                null,
                range.interval().code(),
                published.release() == null ? List.of() : series.points(range));
    }

    private List<Series.Point> points(SeriesRange range) {
        LocalDate on = lastDay();
        List<Series.Point> points = new ArrayList<>();
        SeriesRange known = range.within(programme, on);
        Long before = null;
        for (SeriesRange.Period period : known.periods(on)) {
            List<ReleaseHistory.Released> numbers = period.isAhead() ? List.of() : numbers(period);
            Long trained = PublishedSum.of(numbers, ReleaseHistory.Released::trained);
            points.add(new Series.Point(
                    period.name(),
                    trained == null || before == null ? null : (Long) (trained - before),
                    trained,
                    scope.isNation()
                            ? Plan.expected(Cohort.plansOn(period.until(), cohorts, programme), period.until())
                            : null,
                    (trained == null && !numbers.isEmpty()) ? Boolean.TRUE : null));
            before = trained;
        }
        return points;
    }

    /** The last day that has numbers: regions change at month ends. */
    private LocalDate lastDay() {
        return scope.isNation()
                ? published.release().on()
                : published.monthEnd().on();
    }

    /**
     * What was released last in the period about each cohort; those of the total are the ones with a target then. A day on
     * which no number moves has none.
     */
    private List<ReleaseHistory.Released> numbers(SeriesRange.Period period) {
        List<ReleaseHistory.Released> numbers = cohorts.stream()
                .filter(cohort -> !isTotal || cohort.targetOn(period.until()) != null)
                .map(cohort -> scope.isNation()
                        ? history.country(cohort.code(), period.begin(), period.until())
                        : history.region(cohort.code(), scope.code(), period.begin(), period.until()))
                .flatMap(Optional::stream)
                .toList();
        boolean isMoved =
                !isByDay || numbers.stream().anyMatch(number -> !number.on().isBefore(period.begin()));
        return isMoved ? numbers : List.of();
    }
}
