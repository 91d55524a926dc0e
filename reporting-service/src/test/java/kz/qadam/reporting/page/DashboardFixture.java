package kz.qadam.reporting.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.figures.AnswerHead;
import kz.qadam.reporting.figures.Breakdown;
import kz.qadam.reporting.figures.CohortFigures;
import kz.qadam.reporting.figures.Counts;
import kz.qadam.reporting.figures.ForecastView;
import kz.qadam.reporting.figures.Progress;
import kz.qadam.reporting.figures.Series;
import kz.qadam.reporting.figures.TargetProgress;
import kz.qadam.reporting.figures.coverage.Coverage;
import kz.qadam.reporting.figures.coverage.CoverageFigures;

/** Builds the figures of a dashboard: one cohort of 1,000 pupils in a programme of five years. */
final class DashboardFixture {

    static final PageText ENGLISH = new PageText(Language.EN, ZoneId.of("Asia/Almaty"), false);
    static final DashboardSelection ALL = new DashboardSelection(Language.EN, null, null, null, null, null);
    static final LocalDate ON = LocalDate.of(2026, 5, 20);

    private static final LocalDate STARTS_ON = LocalDate.of(2026, 1, 1);
    private static final LocalDate HORIZON = LocalDate.of(2030, 12, 31);
    private static final AnswerHead HEAD = new AnswerHead(
            Instant.parse("2026-05-20T05:00:00Z"),
            ON,
            null,
            7,
            false,
            List.of(),
            AnswerHead.Audience.exact,
            "/definitions/3",
            null,
            null);
    private static final LocalizedName NAMES = new LocalizedName("Оқушылар", "Школьники", "Pupils");

    private Long trained = 100L;
    private Long expected = 80L;
    private Long target = 1_000L;
    private final List<Series.Point> points = new ArrayList<>();
    private final List<ForecastView.Point> fan = new ArrayList<>();
    private final List<Breakdown.Cell> regions = new ArrayList<>();
    private final List<Breakdown.Cell> kinds = new ArrayList<>();
    private Coverage.Count coverage = Coverage.Count.NONE;

    DashboardFixture trained(Long people) {
        trained = people;
        return this;
    }

    DashboardFixture expected(Long people) {
        expected = people;
        return this;
    }

    DashboardFixture withoutTarget() {
        target = null;
        expected = null;
        return this;
    }

    DashboardFixture month(String period, Long newly, Long sum, Long plan) {
        points.add(new Series.Point(period, newly, sum, plan, null));
        return this;
    }

    DashboardFixture ahead(String on, long p10, long p50, long p90) {
        fan.add(new ForecastView.Point(LocalDate.parse(on), p10, p50, p90));
        return this;
    }

    DashboardFixture region(String code, Long people) {
        regions.add(cell(code, people));
        return this;
    }

    DashboardFixture kind(String code, Long people) {
        kinds.add(cell(code, people));
        return this;
    }

    private static Breakdown.Cell cell(String code, Long people) {
        return new Breakdown.Cell(
                code,
                new LocalizedName(code, code, code),
                new Counts(people, people, 0L, people, null),
                null,
                null,
                null);
    }

    DashboardFixture institutions(long reported, long zero, long silent, long never) {
        coverage = new Coverage.Count(reported + zero + silent + never, reported, zero, silent, never, null, null);
        return this;
    }

    /** So many institutions have declared on which basis they send. */
    DashboardFixture declared(long institutions) {
        coverage = new Coverage.Count(
                coverage.active(),
                coverage.reported(),
                coverage.zero(),
                coverage.silent(),
                coverage.never(),
                institutions,
                null);
        return this;
    }

    DashboardFigures figures() {
        var forecast = new ForecastView(
                fan.isEmpty() ? "insufficient-data" : "forecast",
                fan.isEmpty() ? null : new ForecastView.Days(null, null, null),
                fan.isEmpty() ? null : new ForecastView.People(700, 900, 1_100),
                fan.isEmpty() ? null : 0.4);
        var pupils = new CohortFigures(
                "pupils",
                NAMES,
                target,
                new Counts(300L, 200L, 200L, trained, null),
                new TargetProgress(
                        null,
                        target == null || trained == null ? null : BigDecimal.valueOf(trained, 1),
                        expected,
                        target == null ? "no-target" : "on-track",
                        target == null ? null : 17L,
                        null,
                        BigDecimal.TEN),
                forecast,
                null,
                null);
        var progress = new Progress(
                HEAD,
                new Programme("ai-skills", 1, STARTS_ON, HORIZON, List.of(), "Asia/Almaty"),
                List.of(pupils),
                new Progress.Total(target, 0L, 0L, null, 1, null));
        return new DashboardFigures(
                progress,
                pupils,
                new Series(HEAD, "pupils", null, null, "month", points),
                new Breakdown(HEAD, "pupils", "region", new Counts.Additive(true, true, false, false), regions, null),
                List.of(new Breakdown(
                        HEAD, "pupils", "kind", new Counts.Additive(true, true, false, false), kinds, null)),
                new ForecastView.Whole(HEAD, "pupils", target, 0L, HORIZON, "a method", null, forecast, fan),
                new CoverageFigures(HEAD, 30, coverage, List.of()),
                null);
    }
}
