package kz.qadam.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.catalogue.Names;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.catalogue.plan.Plan;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.release.ReleasedCohort;

/** The published figures of the programme and of its cohorts. */
final class PublishedProgress {

    private static final BigDecimal DAYS_A_MONTH = BigDecimal.valueOf(30);

    private PublishedProgress() {}

    static Progress of(PublishedContext published) {
        var comparison = comparison(published, published.cohorts(Catalogue.TOTAL));
        Long trained = comparison.trained();
        return new Progress(
                published.head(),
                published.programme(),
                published.inOrder().stream()
                        .map(cohort -> figures(
                                published,
                                cohort.code(),
                                cohort.description().names(),
                                List.of(cohort),
                                cohort.forecast(),
                                true))
                        .toList(),
                new Progress.Total(
                        comparison.target(),
                        trained,
                        people(published),
                        percent(comparison),
                        comparison.cohortsOnTrack(),
                        suppressed(trained, people(published))));
    }

    static CohortFigures.Together total(PublishedContext published) {
        List<ReleasedCohort> cohorts = published.cohorts(Catalogue.TOTAL);
        return new CohortFigures.Together(
                published.head(),
                figures(
                        published,
                        Catalogue.TOTAL,
                        MemberNames.TOTAL,
                        cohorts,
                        published.release() == null ? null : published.release().total(),
                        false),
                people(published),
                comparison(published, cohorts).cohortsOnTrack());
    }

    /** @throws kz.qadam.chassis.problem.Problem 404 if the release does not have the cohort */
    static CohortFigures.Alone cohort(PublishedContext published, String code) {
        List<ReleasedCohort> cohorts = published.cohorts(code);
        return new CohortFigures.Alone(
                published.headOf(code),
                figures(
                        published,
                        code,
                        cohorts.isEmpty() ? null : cohorts.get(0).description().names(),
                        cohorts,
                        cohorts.isEmpty() ? null : cohorts.get(0).forecast(),
                        false));
    }

    /** @param isOneOfSeveral whether the figures have a time of their own, besides that of the head */
    private static CohortFigures figures(
            PublishedContext published,
            String code,
            Names names,
            List<ReleasedCohort> cohorts,
            Forecast forecast,
            boolean isOneOfSeveral) {
        PublishedComparison comparison = comparison(published, cohorts);
        Long trained = comparison.trained();
        Long remaining = comparison.remaining();
        Optional<Programme> programme = Optional.ofNullable(published.programme());
        Long recentlyExpected = comparison.recentlyExpected();
        return new CohortFigures(
                code,
                names,
                comparison.target(),
                comparison.enrolled(),
                comparison.completed(),
                null,
                trained,
                remaining,
                percent(comparison),
                comparison.expected(),
                comparison.status() == null || cohorts.isEmpty()
                        ? null
                        : comparison.status().code(),
                remaining == null
                        ? null
                        : programme
                                .map(one -> Plan.requiredPerMonth(
                                        remaining, cohorts.get(0).on(), one.horizon()))
                                .orElse(null),
                recentlyExpected == null ? null : Rates.perMonth(recentlyExpected),
                recentPerMonth(published, cohorts),
                ForecastView.of(forecast),
                isOneOfSeveral ? cohorts.get(0).asOf() : null,
                isOneOfSeveral ? cohorts.get(0).on() : null,
                suppressed(comparison.enrolled(), comparison.completed(), trained));
    }

    private static PublishedComparison comparison(PublishedContext published, List<ReleasedCohort> cohorts) {
        return new PublishedComparison(Optional.ofNullable(published.programme()), cohorts);
    }

    private static Long people(PublishedContext published) {
        return published.release() == null ? null : published.monthEnd().people();
    }

    private static BigDecimal percent(PublishedComparison comparison) {
        return comparison.target() == null || comparison.trained() == null
                ? null
                : Rates.percent(comparison.target(), comparison.trained());
    }

    /**
     * The average of a month since the newest released number that is at least 90 days old; null if a cohort has none.
     */
    private static BigDecimal recentPerMonth(PublishedContext published, List<ReleasedCohort> cohorts) {
        BigDecimal sum = cohorts.isEmpty() ? null : BigDecimal.ZERO;
        for (ReleasedCohort cohort : cohorts) {
            Map.Entry<LocalDate, Long> before = published
                    .state()
                    .history()
                    .country(cohort.code())
                    .floorEntry(cohort.on().minusDays(Rates.RECENT_DAYS));
            Long trained = cohort.counts().trained();
            if (before == null || trained == null) {
                return null;
            }
            sum = sum.add(BigDecimal.valueOf(trained - before.getValue())
                    .multiply(DAYS_A_MONTH)
                    .divide(
                            BigDecimal.valueOf(ChronoUnit.DAYS.between(before.getKey(), cohort.on())),
                            1,
                            RoundingMode.DOWN));
        }
        return sum;
    }

    /** True if one of the counts is not published; otherwise null. */
    static Boolean suppressed(Long... counts) {
        for (Long count : counts) {
            if (count == null) {
                return Boolean.TRUE;
            }
        }
        return null;
    }
}
