package kz.qadam.reporting.release.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.forecast.ForecastBand;
import kz.qadam.reporting.release.DisclosureRule;
import kz.qadam.reporting.release.MonthEndTables;
import kz.qadam.reporting.release.PastMonthEndCounts;
import kz.qadam.reporting.release.PublishedCounts;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseDate;
import kz.qadam.reporting.release.ReleaseRhythm;
import kz.qadam.reporting.release.ReleasedCohort;
import kz.qadam.reporting.release.ReleasedCourseOrArea;
import kz.qadam.reporting.release.ReleasedCoverage;
import kz.qadam.reporting.release.ReleasedPlace;

/** A release in which every member has a value somewhere, and is absent somewhere. */
final class DocumentFixture {

    static final String COHORT = "pupils";

    private static final LocalDate STARTS_ON = LocalDate.parse("2026-01-01");
    private static final LocalizedName NAMES = new LocalizedName("Оқушылар", "Школьники", "Pupils");
    private static final Forecast NONE =
            new Forecast(Forecast.Status.INSUFFICIENT_DATA, null, null, null, null, List.of());
    private static final Forecast FORECAST = new Forecast(
            Forecast.Status.FORECAST,
            new Forecast.Window(STARTS_ON, LocalDate.parse("2026-06-30")),
            new ForecastBand<>(LocalDate.parse("2029-05-31"), LocalDate.parse("2030-05-31"), null),
            new ForecastBand<>(401_000L, 512_000L, 598_000L),
            0.65,
            List.of(new Forecast.Point(LocalDate.parse("2026-07-31"), new ForecastBand<>(1_000L, 2_000L, 3_000L))));

    private DocumentFixture() {}

    /** @param trained in the country, in its only cohort with a number */
    static Release release(ReleaseDate date, long trained) {
        return new Release(
                date.number(),
                date.through(),
                date.on(),
                date.publicFrom(),
                date.nextPublicFrom(),
                DisclosureRule.VERSION,
                ReleaseRhythm.DAILY,
                List.of("dead-letters", "evaluating"),
                new Programme(
                        "ai-skills",
                        3,
                        STARTS_ON,
                        LocalDate.parse("2030-12-31"),
                        List.of(new Programme.Milestone("digital-nation", LocalDate.parse("2028-09-08"))),
                        "Asia/Almaty"),
                List.of(
                        new ReleasedCohort(
                                described(),
                                date.through(),
                                date.on(),
                                new PublishedCounts(trained + 20, trained + 10, trained),
                                true,
                                FORECAST),
                        new ReleasedCohort(notPlanned(), date.through(), date.on(), PublishedCounts.NONE, false, NONE)),
                FORECAST,
                monthEnd(date),
                List.of(new PastMonthEndCounts(
                        date.monthEnd().minusMonths(1),
                        List.of(new PastMonthEndCounts.OfCohort(
                                "students", null, List.of(new PastMonthEndCounts.OfRegion("KZ-75", 20)))))),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    }

    private static Cohort described() {
        Cohort.WrittenPlan plan = new Cohort.WrittenPlan(
                List.of(
                        new Cohort.WrittenMilestone(LocalDate.parse("2027-05-31"), 100_000L, null),
                        new Cohort.WrittenMilestone(LocalDate.parse("2028-05-31"), null, new BigDecimal("45.50"))),
                List.of(1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1));
        return new Cohort(
                COHORT,
                NAMES,
                2,
                List.of(
                        new Cohort.Version(
                                1,
                                STARTS_ON,
                                500_000L,
                                new Cohort.Requirement(List.of("AI-101"), 2L, 36L),
                                Optional.of(plan),
                                Instant.parse("2026-01-01T00:00:00Z")),
                        new Cohort.Version(
                                2,
                                LocalDate.parse("2027-01-01"),
                                null,
                                new Cohort.Requirement(null, null, null),
                                Optional.empty(),
                                null)),
                null);
    }

    /** As an earlier version of enrolment-service described it, which had no plans. */
    private static Cohort notPlanned() {
        return new Cohort(
                "students",
                NAMES,
                1,
                List.of(new Cohort.Version(
                        1, STARTS_ON, 300_000L, new Cohort.Requirement(null, 1L, null), Optional.empty(), null)),
                false);
    }

    private static MonthEndTables monthEnd(ReleaseDate date) {
        return new MonthEndTables(
                date.through(),
                date.monthEnd(),
                12_000L,
                List.of(
                        new MonthEndTables.OfCohort(
                                COHORT,
                                true,
                                false,
                                new PublishedCounts(40L, 30L, 20L),
                                List.of(
                                        new ReleasedPlace(
                                                "KZ-75",
                                                ReleasedPlace.Kind.REGION,
                                                NAMES,
                                                new PublishedCounts(20L, 10L, null)),
                                        new ReleasedPlace(
                                                "west", ReleasedPlace.Kind.MACRO_REGION, NAMES, PublishedCounts.NONE)),
                                List.of(new ReleasedCourseOrArea(
                                        "AI-101", null, new PublishedCounts(100L, null, null))),
                                List.of()),
                        new MonthEndTables.OfCohort(
                                "students", false, true, PublishedCounts.NONE, List.of(), List.of(), List.of())),
                new ReleasedCoverage(
                        30,
                        new ReleasedCoverage.Row(null, 7, 4L, 3L, 0L, 0L),
                        List.of(new ReleasedCoverage.Row("KZ-75", 2, null, null, null, null))));
    }
}
