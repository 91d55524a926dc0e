package kz.qadam.reporting.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.language.Language;

/** Answers of the API, as a test wants them: one cohort of 1,000 pupils in a programme of five years. */
final class Told {

    static final Speech ENGLISH = new Speech(Language.EN, ZoneId.of("Asia/Almaty"));
    static final View ALL = new View(Language.EN, null, null, null, null, null);
    static final LocalDate ON = LocalDate.of(2026, 5, 20);

    private static final Answers.Names NAMES = new Answers.Names("Оқушылар", "Школьники", "Pupils");

    private Long trained = 100L;
    private Long expected = 80L;
    private Long target = 1_000L;
    private final List<Answers.Point> points = new ArrayList<>();
    private final List<Answers.Fan> fan = new ArrayList<>();
    private final List<Answers.Cell> cells = new ArrayList<>();
    private Answers.Count coverage = new Answers.Count(0, 0, 0, 0, 0);

    Told trained(Long people) {
        trained = people;
        return this;
    }

    Told expected(Long people) {
        expected = people;
        return this;
    }

    Told withoutTarget() {
        target = null;
        expected = null;
        return this;
    }

    Told month(String period, Long newly, Long sum, Long plan) {
        points.add(new Answers.Point(period, newly, sum, plan));
        return this;
    }

    Told ahead(String on, long p10, long p50, long p90) {
        fan.add(new Answers.Fan(LocalDate.parse(on), p10, p50, p90));
        return this;
    }

    Told region(String code, Long people) {
        cells.add(new Answers.Cell(code, new Answers.Names(code, code, code), people, people, people));
        return this;
    }

    Told institutions(long reported, long zero, long silent, long never) {
        coverage = new Answers.Count(reported + zero + silent + never, reported, zero, silent, never);
        return this;
    }

    Answers answers() {
        var forecast = new Answers.Forecast(
                fan.isEmpty() ? "insufficient-data" : "forecast",
                fan.isEmpty() ? null : new Answers.Days(null, null, null),
                fan.isEmpty() ? null : new Answers.People(700, 900, 1_100),
                fan.isEmpty() ? null : 0.4,
                fan);
        var pupils = new Answers.Cohort(
                "pupils",
                NAMES,
                target,
                300L,
                200L,
                trained,
                target == null || trained == null ? null : BigDecimal.valueOf(trained, 1),
                expected,
                target == null ? "no-target" : "on-track",
                target == null ? null : 17L,
                null,
                BigDecimal.TEN,
                forecast);
        var progress = new Answers.Progress(
                Instant.parse("2026-05-20T05:00:00Z"),
                ON,
                7,
                List.of(),
                "published",
                "/definitions/4",
                new Answers.Programme(LocalDate.of(2026, 1, 1), LocalDate.of(2030, 12, 31), List.of()),
                List.of(pupils),
                new Answers.Total(trained, 1));
        return new Answers(
                progress,
                pupils,
                new Answers.Series(points),
                new Answers.Breakdown(cells),
                forecast,
                new Answers.Coverage(30, coverage, List.of()));
    }
}
