package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.release.ReleasedTrainedHistory;

/**
 * The numbers of trained people as they were released: never restated. A period has the number that was released last
 * in it.
 */
final class PublishedSeries implements TrainedOverTime {

    private final PublishedFigures published;
    private final List<Cohort> cohorts;
    private final Series.Scope scope;
    private final boolean isTotal;
    private final boolean isByDay;

    /** @throws Problem 404 if the release does not have the cohort, 422 for a region by day or week */
    PublishedSeries(PublishedFigures published, String cohort, Series.Scope scope, SeriesInterval interval) {
        if (!scope.isNation() && interval != SeriesInterval.MONTH) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("interval", "only-by-month", "interval"));
        }
        this.published = published;
        this.cohorts = published.described(cohort);
        this.scope = scope;
        this.isTotal = cohort.equals(Catalogue.TOTAL);
        this.isByDay = interval == SeriesInterval.DAY;
    }

    /** Regions change at month ends. */
    @Override
    public LocalDate on() {
        return published.release() == null
                ? null
                : scope.isNation()
                        ? published.release().on()
                        : published.monthEnd().on();
    }

    @Override
    public List<Numbers> of(List<SeriesRange.Period> periods) {
        List<Numbers> all = new ArrayList<>();
        Long before = null;
        for (SeriesRange.Period period : periods) {
            List<ReleasedTrainedHistory.Released> released = period.isAhead() ? List.of() : released(period);
            Long until = Counts.sum(released, ReleasedTrainedHistory.Released::trained);
            all.add(new Numbers(
                    until == null || before == null ? null : (Long) (until - before),
                    until,
                    (until == null && !released.isEmpty()) ? Boolean.TRUE : null));
            before = until;
        }
        return all;
    }

    /**
     * What was released last in the period about each cohort; those of the total are the ones with a target then. A day on
     * which no number moves has none.
     */
    private List<ReleasedTrainedHistory.Released> released(SeriesRange.Period period) {
        ReleasedTrainedHistory history = published.state().history();
        List<ReleasedTrainedHistory.Released> numbers = cohorts.stream()
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
