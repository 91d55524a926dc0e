package kz.qadam.benchmarks.backtest;

import java.time.LocalDate;
import java.util.Optional;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.forecast.ForecastBand;

/**
 * Compares the forecast day of reaching the target with the real one, at cuts where the target was not yet reached.
 */
final class TargetDayScore {

    private int forecasts;
    private int within;
    private double brier;

    void add(Forecast forecast, SyntheticHistory truth) {
        forecasts++;
        within += isWithin(forecast.reachedOn(), truth) ? 1 : 0;
        double happened = truth.reachedOn().isPresent() ? 1 : 0;
        brier += (forecast.probability() - happened) * (forecast.probability() - happened);
    }

    /** A target that is not reached by the horizon counts as later than any day. */
    private static boolean isWithin(ForecastBand<LocalDate> band, SyntheticHistory truth) {
        Optional<LocalDate> reached = truth.reachedOn();
        boolean tooEarly =
                reached.isPresent() && (band.p10() == null || reached.get().isBefore(band.p10()));
        boolean tooLate =
                band.p90() != null && (reached.isEmpty() || reached.get().isAfter(band.p90()));
        return !tooEarly && !tooLate;
    }

    /**
     * The results.
     *
     * @param brier the mean squared error of the probability; a constant forecast of one half has 0.25
     */
    record Summary(int forecasts, double coverage, double brier) {}

    Summary summary() {
        return new Summary(
                forecasts,
                Math.round(10_000.0 * within / forecasts) / 10_000.0,
                Math.round(10_000 * brier / forecasts) / 10_000.0);
    }
}
