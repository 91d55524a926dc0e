package kz.qadam.benchmarks.backtest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import kz.qadam.reporting.forecast.Band;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.forecast.Forecasting;
import kz.qadam.reporting.forecast.Outlook;

/** Cuts histories at many days, and compares what was forecast on each with what happened. */
public final class Backtest {

    private static final int STEP = 73;

    private record Cell(Score horizon, Score year) {}

    private static java.util.List<Outlook.Known> earlier(Truth truth, LocalDate on) {
        return java.util.stream.IntStream.of(91, 182).mapToObj(on::minusDays).filter(d -> !d.isBefore(Truth.STARTS_ON)).map(d -> new Outlook.Known(d, truth.knownOn(d))).toList();
    }

    public static void main(String[] arguments) {
        int histories = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Map<String, Cell> cells = new LinkedHashMap<>();
        Map<Integer, Score> years = new java.util.TreeMap<>();
        long nanos = 0;
        int forecasts = 0;
        int reachedIn = 0;
        int reachedAll = 0;
        double brier = 0;
        int insufficient = 0;
        for (Kind kind : Kind.ALL) {
            Cell cell = new Cell(new Score(), new Score());
            cells.put(kind.name(), cell);
            for (int i = 0; i < histories; i++) {
                Truth truth = new Truth(kind, 1_000L * kind.name().hashCode() + i);
                for (LocalDate on = Truth.STARTS_ON.plusDays(250); on.isBefore(Truth.HORIZON.minusDays(60)); on = on.plusDays(STEP)) {
                    NavigableMap<LocalDate, Long> known = truth.knownOn(on);
                    var earlier = earlier(truth, on);
                    long start = System.nanoTime();
                    Forecast forecast = Forecasting.of(new Outlook(
                            kind.name(), truth.target(), on, on, Truth.STARTS_ON, Truth.HORIZON, kind.told(), known, earlier));
                    nanos += System.nanoTime() - start;
                    if (forecast.status() != Forecast.Status.FORECAST) {
                        insufficient++;
                        continue;
                    }
                    forecasts++;
                    long trained = known.values().stream().mapToLong(Long::longValue).sum();
                    cell.horizon().add(
                            forecast.atHorizon(),
                            Naive.straightLine(known, on, Truth.HORIZON),
                            Naive.seasonal(known, on, Truth.HORIZON),
                            truth.by(Truth.HORIZON),
                            trained);
                    for (int y = 1; y < 5; y++) {
                        if (on.getYear() - 2025 == y || y == 1 && on.getYear() == 2026) {
                            years.computeIfAbsent(y, k -> new Score()).add(
                            forecast.atHorizon(),
                            Naive.straightLine(known, on, Truth.HORIZON),
                            Naive.seasonal(known, on, Truth.HORIZON),
                            truth.by(Truth.HORIZON),
                            trained);
                        }
                    }
                    LocalDate inAYear = on.plusDays(365);
                    for (Forecast.Point point : forecast.fan()) {
                        if (!point.on().isBefore(inAYear) && point.on().isBefore(inAYear.plusDays(31)) && point.on().isBefore(Truth.HORIZON)) {
                            cell.year().add(
                                    point.trained(),
                                    Naive.straightLine(known, on, point.on()),
                                    Naive.seasonal(known, on, point.on()),
                                    truth.by(point.on()),
                                    trained);
                            break;
                        }
                    }
                    LocalDate reached = truth.reachedOn();
                    if (trained < truth.target()) {
                        reachedAll++;
                        Band<LocalDate> band = forecast.reachedOn();
                        boolean early = reached != null && band.p10() != null && reached.isBefore(band.p10()) || reached != null && band.p10() == null;
                        boolean late = band.p90() != null && (reached == null || reached.isAfter(band.p90()));
                        reachedIn += early || late ? 0 : 1;
                        brier += Math.pow(forecast.probability() - (reached != null ? 1 : 0), 2);
                    }
                }
            }
        }
        Cell together = new Cell(new Score(), new Score());
        cells.values().forEach(cell -> {
            together.horizon().add(cell.horizon());
            together.year().add(cell.year());
        });
        years.forEach((y, s) -> cells.put("year " + y, new Cell(s, s)));
        cells.put("all", together);
        cells.forEach((name, cell) -> System.out.printf(
                Locale.ROOT,
                "%-14s | %4d cov %.2f (<%.2f >%.2f) w %.2f err %.3f line %.3f snaive %.3f | year %4d cov %.2f (<%.2f >%.2f) w %.2f err %.3f line %.3f snaive %.3f%n",
                name,
                cell.horizon().count(), cell.horizon().coverage(), cell.horizon().below(), cell.horizon().above(), cell.horizon().width(),
                cell.horizon().method(), cell.horizon().straightLine(), cell.horizon().seasonalNaive(),
                cell.year().count(), cell.year().coverage(), cell.year().below(), cell.year().above(), cell.year().width(),
                cell.year().method(), cell.year().straightLine(), cell.year().seasonalNaive()));
        System.out.printf(Locale.ROOT, "reachedOn in band %.2f of %d, brier %.3f, insufficient %d, %.2f ms each%n", (double) reachedIn / reachedAll, reachedAll, brier / reachedAll, insufficient, nanos / 1e6 / forecasts);
    }
}
