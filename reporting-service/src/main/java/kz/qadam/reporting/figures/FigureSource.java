package kz.qadam.reporting.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.rollup.Dimension;

/**
 * What an answer is made from: what was known at a point in time, or a release alone. Every answer is made by the same
 * code from both, and this is all that it sees of them.
 */
public sealed interface FigureSource permits KnownState, PublishedFigures {

    /** The head of an answer about the country. */
    AnswerHead head();

    /** The head of an answer about one cohort, or about the total. */
    AnswerHead headOf(String cohort);

    /** The head of an answer about what is published for month ends only, such as regions. */
    AnswerHead headOfMonthEnd();

    /** Empty while it is not known. */
    Optional<Programme> programme();

    /** The named cohort; for {@code total} all cohorts, the largest target first and those without a target last. */
    List<Cohort> described(String code);

    /** The named cohort with its counts; for {@code total} the cohorts that have a target. */
    List<CountedCohort> counted(String code);

    /** All cohorts with their counts, in the order of {@link #described}. */
    List<CountedCohort> counted();

    /** The time of a cohort in an answer about several; null if all have the time of the answer. */
    CohortFigures.OwnTime ownTime(CountedCohort cohort);

    /** Some cohorts together, compared with their targets and plans. */
    TargetComparison comparedWithTargets(List<CountedCohort> cohorts);

    /** The distinct people over all cohorts; null if they are not counted or not published. */
    Long people();

    /** How many people a month were trained recently in some cohorts; null if it is not known. */
    BigDecimal recentPerMonth(List<CountedCohort> cohorts);

    /** The forecast in short; null if there is none for one region. */
    ForecastView forecastInShort(String code);

    /** The whole forecast; null while the programme is not known. */
    Forecast forecast(String code);

    /** A cohort by the members of a dimension. */
    Breakdown breakdown(String cohort, Dimension by);

    /** How many people were trained over time. */
    TrainedOverTime trained(String cohort, Series.Scope scope, SeriesInterval interval);
}
