package kz.qadam.reporting.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.Dimension;
import org.jdbi.v3.core.Handle;

/** What was known at the point in time of a question, read in one transaction: what an exact answer is made from. */
public final class KnownState implements FigureSource {

    private final Handle database;
    private final PointInTime time;
    private final String region;
    private final Catalogue catalogue;
    private final AnswerHead head;
    private final Forecasts forecasts;
    private final Map<String, Counts> counts = new HashMap<>();
    private DailyCounts totals;

    KnownState(Handle database, ExactContext context, Catalogue catalogue, AnswerHead head, Forecasts forecasts) {
        this.database = database;
        this.time = context.time();
        this.region = context.region();
        this.catalogue = catalogue;
        this.head = head;
        this.forecasts = forecasts;
    }

    public Handle database() {
        return database;
    }

    public PointInTime time() {
        return time;
    }

    /** The region of the caller, who sees no other; null if the caller sees all. */
    public String region() {
        return region;
    }

    boolean isOfRegion() {
        return region != null;
    }

    @Override
    public AnswerHead head() {
        return head;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    LocalDate on() {
        return time.on();
    }

    /** The named cohort, or for {@code total} the cohorts that have a target. */
    List<Cohort> cohorts(String code) {
        return catalogue.cohortsOf(code, on()).stream()
                .map(one -> catalogue.cohorts().get(one))
                .toList();
    }

    DailyCounts totals() {
        if (totals == null) {
            totals = isOfRegion()
                    ? DailyCounts.ofRegion(database, time.batch(), region)
                    : DailyCounts.ofNation(database, time.batch());
        }
        return totals;
    }

    @Override
    public AnswerHead headOf(String cohort) {
        return head;
    }

    @Override
    public AnswerHead headOfMonthEnd() {
        return head;
    }

    @Override
    public Optional<Programme> programme() {
        return catalogue.programme();
    }

    @Override
    public List<Cohort> described(String code) {
        return code.equals(Catalogue.TOTAL) ? catalogue.inOrder(on()) : cohorts(code);
    }

    @Override
    public List<CountedCohort> counted(String code) {
        return cohorts(code).stream().map(this::counted).toList();
    }

    @Override
    public List<CountedCohort> counted() {
        return described(Catalogue.TOTAL).stream().map(this::counted).toList();
    }

    private CountedCohort counted(Cohort cohort) {
        var counted = CountedCohort.of(cohort, programme(), time.asOf(), on(), counts(cohort.code()), false);
        return isOfRegion() ? counted.ofRegion() : counted;
    }

    @Override
    public CohortFigures.OwnTime ownTime(CountedCohort cohort) {
        return null;
    }

    @Override
    public TargetComparison comparedWithTargets(List<CountedCohort> cohorts) {
        return new TargetComparison(
                cohorts, cohorts.stream().map(CountedCohort::counts).reduce(Counts.ZERO, Counts::plus), 0);
    }

    /** The counts of a cohort by the end of the day. */
    private Counts counts(String cohort) {
        return counts.computeIfAbsent(cohort, code -> totals().counts(code, on()));
    }

    @Override
    public Long people() {
        return isOfRegion() ? null : counts(Cell.ALL).distinctPeople();
    }

    @Override
    public BigDecimal recentPerMonth(List<CountedCohort> cohorts) {
        return Rates.perMonth(cohorts.stream()
                .mapToLong(one -> totals().recentlyTrained(one.code(), on()))
                .sum());
    }

    @Override
    public ForecastView forecastInShort(String code) {
        return isOfRegion() ? null : ForecastView.of(forecasts.inShort(code, this));
    }

    @Override
    public Forecast forecast(String code) {
        return forecasts.of(code, this);
    }

    @Override
    public Breakdown breakdown(String cohort, Dimension by) {
        return new Breakdown(head, cohort, by.code(), Counts.Additive.OF_EXACT, ExactCells.of(this, cohort, by), null);
    }

    @Override
    public TrainedOverTime trained(String cohort, Series.Scope scope, SeriesInterval interval) {
        return new ExactSeries(this, cohort, scope);
    }
}
