package kz.qadam.benchmarks.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.IntStream;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.forecast.ForecastInput;
import kz.qadam.reporting.forecast.Forecasting;

/**
 * Cuts histories at many days, forecasts from what was known at each cut, and compares the forecasts with what
 * happened.
 */
public final class Backtest {

    /** The first seed: these are not the histories by which the method was chosen. */
    private static final long SEEDS = 7_000_000;

    private static final int FIRST_CUT = 177;
    private static final int STEP = 73;
    private static final int LAST_CUT = 60;
    private static final int HISTORIES = 40;

    private final Map<String, Score> atHorizon = new LinkedHashMap<>();
    private final Map<String, Score> inAYear = new LinkedHashMap<>();
    private final TargetDayScore day = new TargetDayScore();
    private int forecasts;
    private int insufficient;
    private long nanos;

    private Backtest() {
        HistoryKind.ALL.forEach(kind -> {
            atHorizon.put(kind.name(), new Score());
            inAYear.put(kind.name(), new Score());
        });
        IntStream.range(SyntheticHistory.STARTS_ON.getYear(), SyntheticHistory.HORIZON.getYear() + 1)
                .forEach(year -> atHorizon.put("cut in " + year, new Score()));
        atHorizon.put(Report.ALL, new Score());
        inAYear.put(Report.ALL, new Score());
    }

    /**
     * Runs the backtest.
     *
     * @param arguments the file for the JSON result, and the number of histories of each kind
     */
    public static void main(String[] arguments) throws IOException {
        Report report = run(arguments.length > 1 ? Integer.parseInt(arguments[1]) : HISTORIES);
        System.out.println(report.markdown());
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(Path.of(arguments[0]).toFile(), report);
    }

    static Report run(int histories) {
        var backtest = new Backtest();
        for (HistoryKind kind : HistoryKind.ALL) {
            for (int i = 0; i < histories; i++) {
                backtest.cut(
                        kind,
                        new SyntheticHistory(kind, SEEDS + 1_000L * kind.name().hashCode() + i));
            }
        }
        return backtest.report(histories);
    }

    private void cut(HistoryKind kind, SyntheticHistory truth) {
        LocalDate on = SyntheticHistory.STARTS_ON.plusDays(FIRST_CUT);
        while (!on.isAfter(SyntheticHistory.HORIZON.minusDays(LAST_CUT))) {
            compare(kind, truth, on);
            on = on.plusDays(STEP);
        }
    }

    private void compare(HistoryKind kind, SyntheticHistory truth, LocalDate on) {
        NavigableMap<LocalDate, Long> known = truth.knownOn(on);
        List<ForecastInput.Known> earlier = IntStream.of(91, 182)
                .mapToObj(on::minusDays)
                .filter(then -> !then.isBefore(SyntheticHistory.STARTS_ON))
                .map(then -> new ForecastInput.Known(then, truth.knownOn(then)))
                .toList();
        var outlook = new ForecastInput(
                kind.name(),
                truth.target(),
                on,
                on,
                SyntheticHistory.STARTS_ON,
                SyntheticHistory.HORIZON,
                kind.planned(),
                known,
                earlier);
        long start = System.nanoTime();
        Forecast forecast = Forecasting.of(outlook);
        nanos += System.nanoTime() - start;
        forecasts++;
        if (forecast.status() != Forecast.Status.FORECAST) {
            insufficient++;
            return;
        }
        List<Forecast.Point> fan = forecast.fan();
        add(atHorizon, List.of(kind.name(), "cut in " + on.getYear()), fan.get(fan.size() - 1), truth, known, on);
        LocalDate later = on.plusYears(1);
        fan.stream()
                .filter(point -> !point.on().isBefore(later) && point.on().isBefore(later.plusMonths(1)))
                .findFirst()
                .ifPresent(point -> add(inAYear, List.of(kind.name()), point, truth, known, on));
        if (known.values().stream().mapToLong(Long::longValue).sum() < truth.target()) {
            day.add(forecast, truth);
        }
    }

    private static void add(
            Map<String, Score> scores,
            List<String> names,
            Forecast.Point point,
            SyntheticHistory truth,
            NavigableMap<LocalDate, Long> known,
            LocalDate on) {
        var one = new Score();
        one.add(
                point.trained(),
                NaiveForecasts.straightLine(known, on, point.on()),
                NaiveForecasts.seasonal(known, on, point.on()),
                truth.trainedBy(point.on()));
        names.forEach(name -> scores.get(name).add(one));
        scores.get(Report.ALL).add(one);
    }

    private Report report(int histories) {
        return new Report(
                Forecasting.METHOD,
                histories,
                insufficient,
                summaries(atHorizon),
                summaries(inAYear),
                day.summary(),
                Math.round(nanos / 1e5 / forecasts) / 10.0);
    }

    private static Map<String, Score.Summary> summaries(Map<String, Score> scores) {
        Map<String, Score.Summary> all = new LinkedHashMap<>();
        scores.forEach((name, score) -> all.put(name, score.summary()));
        return all;
    }
}
