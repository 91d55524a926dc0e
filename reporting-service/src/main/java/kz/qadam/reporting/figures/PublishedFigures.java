package kz.qadam.reporting.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.release.DisclosureRule;
import kz.qadam.reporting.release.MonthEndTables;
import kz.qadam.reporting.release.PublishedState;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleasedCohort;
import kz.qadam.reporting.rollup.Dimension;

/** The figures of a release: nothing else is known here but the releases before it. */
public final class PublishedFigures implements FigureSource {

    private static final String DOWN = "down";

    private final PublishedContext context;
    private final PublishedState state;

    public PublishedFigures(PublishedContext context) {
        this.context = context;
        this.state = context.state();
    }

    /** The release; null before the first. */
    public Release release() {
        return state.release();
    }

    PublishedState state() {
        return state;
    }

    /** The programme as known at the release. */
    @Override
    public Optional<Programme> programme() {
        return Optional.ofNullable(release()).map(Release::programme);
    }

    @Override
    public AnswerHead head() {
        return release() == null
                ? head(null, null)
                : head(release().through(), release().on());
    }

    @Override
    public AnswerHead headOfMonthEnd() {
        return release() == null ? head() : head(monthEnd().asOf(), monthEnd().on());
    }

    @Override
    public AnswerHead headOf(String cohort) {
        return release() == null || cohort.equals(Catalogue.TOTAL)
                ? head()
                : release()
                        .cohort(cohort)
                        .map(one -> head(one.asOf(), one.on()))
                        .orElseGet(this::head);
    }

    private AnswerHead head(Instant asOf, LocalDate on) {
        List<ProvisionalReason> because = !state.isOpened()
                ? List.of(ProvisionalReason.of("not-opened"))
                : release() == null
                        ? List.of()
                        : release().because().stream()
                                .map(ProvisionalReason::of)
                                .toList();
        return new AnswerHead(
                asOf,
                on,
                asOf,
                state.number(),
                !because.isEmpty(),
                because,
                context.audience(),
                context.definition(),
                null,
                new AnswerHead.Publication(
                        new AnswerHead.Rounding(DisclosureRule.UNIT, DOWN),
                        state.nextRelease(),
                        (release() != null && release().isOfTrial()) ? Boolean.TRUE : null));
    }

    MonthEndTables monthEnd() {
        return release().monthEnd();
    }

    /**
     * The named cohort, or for {@code total} those with a target on the day of their figures. Empty before the first
     * release.
     *
     * @throws Problem 404 if the release does not have the cohort
     */
    List<ReleasedCohort> released(String code) {
        if (release() == null) {
            return List.of();
        }
        if (code.equals(Catalogue.TOTAL)) {
            return release().cohorts().stream()
                    .filter(one -> one.description().targetOn(one.on()) != null)
                    .toList();
        }
        return List.of(release().cohort(code).orElseThrow(() -> Problem.unknownCode("cohort", code)));
    }

    /** Before the first release no cohort is described. */
    @Override
    public List<Cohort> described(String code) {
        return code.equals(Catalogue.TOTAL)
                ? inOrder().map(ReleasedCohort::description).toList()
                : released(code).stream().map(ReleasedCohort::description).toList();
    }

    private Stream<ReleasedCohort> inOrder() {
        return release() == null
                ? Stream.empty()
                : release().cohorts().stream()
                        .sorted(Comparator.comparing(
                                ReleasedCohort::description,
                                Cohort.inOrder(release().on())));
    }

    @Override
    public List<CountedCohort> counted(String code) {
        return released(code).stream().map(this::counted).toList();
    }

    @Override
    public List<CountedCohort> counted() {
        return inOrder().map(this::counted).toList();
    }

    private CountedCohort counted(ReleasedCohort cohort) {
        return CountedCohort.of(
                cohort.description(),
                programme(),
                cohort.asOf(),
                cohort.on(),
                Counts.of(cohort.counts()),
                cohort.isReached());
    }

    @Override
    public CohortFigures.OwnTime ownTime(CountedCohort cohort) {
        return new CohortFigures.OwnTime(cohort.asOf(), cohort.on());
    }

    @Override
    public TargetComparison comparedWithTargets(List<CountedCohort> cohorts) {
        return new TargetComparison(
                cohorts,
                cohorts.stream().map(CountedCohort::counts).reduce(Counts.NONE, Counts::plus),
                DisclosureRule.UNIT - 1);
    }

    @Override
    public Long people() {
        return release() == null ? null : monthEnd().people();
    }

    /** Since the newest released number that is at least 90 days old; null if a cohort has none. */
    @Override
    public BigDecimal recentPerMonth(List<CountedCohort> cohorts) {
        BigDecimal sum = cohorts.isEmpty() ? null : BigDecimal.ZERO;
        for (CountedCohort cohort : cohorts) {
            Map.Entry<LocalDate, Long> before = state.history()
                    .country(cohort.code())
                    .floorEntry(cohort.on().minusDays(Rates.RECENT_DAYS));
            Long trained = cohort.counts().trained();
            if (before == null || trained == null) {
                return null;
            }
            sum = sum.add(
                    Rates.perMonth(trained - before.getValue(), ChronoUnit.DAYS.between(before.getKey(), cohort.on())));
        }
        return sum;
    }

    @Override
    public ForecastView forecastInShort(String code) {
        return ForecastView.of(forecast(code));
    }

    /** Made with the release, from published numbers. */
    @Override
    public Forecast forecast(String code) {
        if (release() == null) {
            return null;
        }
        return code.equals(Catalogue.TOTAL)
                ? release().total()
                : released(code).get(0).forecast();
    }

    @Override
    public Breakdown breakdown(String cohort, Dimension by) {
        var cells = new PublishedCells(this, cohort);
        return new Breakdown(
                headOfMonthEnd(), cohort, by.code(), Counts.Additive.OF_PUBLISHED, cells.by(by), cells.country());
    }

    @Override
    public TrainedOverTime trained(String cohort, Series.Scope scope, SeriesInterval interval) {
        return new PublishedSeries(this, cohort, scope, interval);
    }
}
