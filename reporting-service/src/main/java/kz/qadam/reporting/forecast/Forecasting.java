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

    private Forecasting() {}

    /** The forecast of one cohort. */
    public static Forecast of(ForecastInput outlook) {
        return simulate(outlook, monthEnds(outlook)).forecast();
    }

    /** The same in half the time: the fan has only the horizon and no months. */
    public static SimulatedCohort inShort(ForecastInput outlook) {
        return simulate(outlook, List.of(outlook.horizon()));
    }

    /**
     * The forecast of several cohorts together. The number of trained people is forecast from their sum, so that it
     * keeps what the cohorts have in common; the target is reached when each cohort has reached its own.
     *
     * @param sum the outlook of all cohorts as one, without a target
     */
    public static Forecast together(ForecastInput sum, List<SimulatedCohort> cohorts) {
        return together(of(sum), cohorts);
    }

    /** The same with a fan that has only the horizon and no months. */
    public static Forecast togetherInShort(ForecastInput sum, List<SimulatedCohort> cohorts) {
        return together(inShort(sum).forecast(), cohorts);
    }

    private static Forecast together(Forecast sum, List<SimulatedCohort> cohorts) {
        List<ReachForecast> reached = cohorts.stream()
                .map(SimulatedCohort::reach)
                .flatMap(Optional::stream)
                .toList();
        Optional<ReachForecast> all = reached.size() < cohorts.size() || cohorts.isEmpty()
                ? Optional.empty()
                : Optional.of(ReachForecast.ofAll(reached));
        boolean decided = cohorts.stream().allMatch(SimulatedCohort::decided);
        return new Forecast(
                sum.status(),
                sum.window(),
                all.map(ReachForecast::band).orElse(null),
                sum.atHorizon(),
                all.map(one -> one.probability(decided)).orElse(null),
                sum.fan());
    }

    private static SimulatedCohort simulate(ForecastInput outlook, List<LocalDate> days) {
        Optional<ReachForecast> decided = decided(outlook);
        if (!outlook.on().isBefore(outlook.horizon())) {
            var total = ForecastBand.certain(outlook.total());
            return SimulatedCohort.of(Forecast.Status.ENDED, null, total, List.of(), decided, true);
        }
        History history = History.of(outlook);
        if (!history.isSufficient()) {
            return SimulatedCohort.of(
                    Forecast.Status.INSUFFICIENT_DATA, null, null, List.of(), decided, decided.isPresent());
        }
        SimulatedPaths paths = SimulatedPaths.draw(outlook, history, Seasonality.of(outlook.season(), history), days);
        List<Forecast.Point> fan = paths.fan();
        return SimulatedCohort.of(
                Forecast.Status.FORECAST,
                new Forecast.Window(history.first(), history.last()),
                fan.get(fan.size() - 1).trained(),
                fan,
                decided.isPresent() ? decided : paths.reach(),
                decided.isPresent());
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
