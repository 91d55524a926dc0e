package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes forecasts. Equal outlooks give equal forecasts, on every machine and at every time. */
public final class Forecasting {

    /** The name of the method. A change of the method changes the name. */
    public static final String METHOD = "seasonal-local-level-1";

    /**
     * The result of one cohort.
     *
     * @param reach empty without a target and without a forecast
     * @param decided whether it is certain if and when the target is reached
     */
    private record Result(
            Forecast.Status status,
            History history,
            SimulatedPaths paths,
            Optional<ReachForecast> reach,
            boolean decided) {}

    private Forecasting() {}

    /** The forecast of one cohort. */
    public static Forecast of(ForecastInput outlook) {
        return of(outlook, monthEnds(outlook));
    }

    /** The same in half the time: the fan has only the horizon and no months. */
    public static Forecast inShort(ForecastInput outlook) {
        return of(outlook, List.of(outlook.horizon()));
    }

    /**
     * The forecast of several cohorts together. The number of trained people is forecast from their sum, so that it
     * keeps what the cohorts have in common; the target is reached when each cohort has reached its own.
     *
     * @param sum the outlook of all cohorts as one, without a target
     */
    public static Forecast together(ForecastInput sum, List<ForecastInput> cohorts) {
        List<Result> each = cohorts.stream()
                .map(cohort -> simulate(cohort, List.of(cohort.horizon())))
                .toList();
        List<ReachForecast> reached =
                each.stream().map(Result::reach).flatMap(Optional::stream).toList();
        Optional<ReachForecast> all = reached.size() < cohorts.size() || cohorts.isEmpty()
                ? Optional.empty()
                : Optional.of(ReachForecast.ofAll(reached));
        return toForecast(sum, simulate(sum, monthEnds(sum)), all, each.stream().allMatch(Result::decided));
    }

    private static Forecast of(ForecastInput outlook, List<LocalDate> days) {
        Result result = simulate(outlook, days);
        return toForecast(outlook, result, result.reach(), result.decided());
    }

    private static Result simulate(ForecastInput outlook, List<LocalDate> days) {
        Optional<ReachForecast> decided = decided(outlook);
        if (!outlook.on().isBefore(outlook.horizon())) {
            return new Result(Forecast.Status.ENDED, null, null, decided, true);
        }
        History history = History.of(outlook);
        if (!history.isSufficient()) {
            return new Result(Forecast.Status.INSUFFICIENT_DATA, null, null, decided, decided.isPresent());
        }
        SimulatedPaths paths = SimulatedPaths.draw(outlook, history, Seasonality.of(outlook.season(), history), days);
        Optional<ReachForecast> reach = decided.isPresent() ? decided : paths.reach();
        return new Result(Forecast.Status.FORECAST, history, paths, reach, decided.isPresent());
    }

    /** The reach that needs no forecast, since the target is reached or the last day is over; otherwise empty. */
    private static Optional<ReachForecast> decided(ForecastInput outlook) {
        if (outlook.target() == null) {
            return Optional.empty();
        }
        if (outlook.target() == 0) {
            return Optional.of(ReachForecast.certain(outlook.startsOn()));
        }
        Optional<ReachForecast> reached = ForecastInput.dayOf(
                        outlook.target(), outlook.trained().headMap(outlook.on(), true))
                .map(ReachForecast::certain);
        boolean isOver = !outlook.on().isBefore(outlook.horizon());
        return reached.isEmpty() && isOver ? Optional.of(ReachForecast.never()) : reached;
    }

    private static Forecast toForecast(
            ForecastInput outlook, Result result, Optional<ReachForecast> reach, boolean decided) {
        List<Forecast.Point> fan =
                result.paths() == null ? List.of() : result.paths().fan();
        return new Forecast(
                result.status(),
                result.history() == null
                        ? null
                        : new Forecast.Window(
                                result.history().first(), result.history().last()),
                reach.map(ReachForecast::band).orElse(null),
                switch (result.status()) {
                    case FORECAST -> fan.get(fan.size() - 1).trained();
                    case ENDED -> ForecastBand.certain(outlook.total());
                    case INSUFFICIENT_DATA -> null;
                },
                reach.map(one -> one.probability(decided)).orElse(null),
                fan);
    }

    /** The ends of the future months, and the horizon. */
    private static List<LocalDate> monthEnds(ForecastInput outlook) {
        List<LocalDate> ends = new ArrayList<>();
        LocalDate month = outlook.on().plusDays(1).withDayOfMonth(1).plusMonths(1);
        while (!month.isAfter(outlook.horizon())) {
            ends.add(month.minusDays(1));
            month = month.plusMonths(1);
        }
        ends.add(outlook.horizon());
        return ends;
    }

    static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }
}
