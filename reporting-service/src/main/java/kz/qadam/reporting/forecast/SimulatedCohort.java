package kz.qadam.reporting.forecast;

import java.util.List;
import java.util.Optional;

/**
 * The forecast of one cohort, with what the forecast of several cohorts needs of it.
 *
 * @param reach the simulated days on which the target is reached; empty without a target and without a forecast
 * @param decided whether it is certain if and when the target is reached
 */
public record SimulatedCohort(Forecast forecast, Optional<ReachForecast> reach, boolean decided) {

    static SimulatedCohort of(
            Forecast.Status status,
            Forecast.Window window,
            ForecastBand<Long> atHorizon,
            List<Forecast.Point> fan,
            Optional<ReachForecast> reach,
            boolean decided) {
        var band = reach.map(ReachForecast::band).orElse(null);
        var probability = reach.map(one -> one.probability(decided)).orElse(null);
        return new SimulatedCohort(new Forecast(status, window, band, atHorizon, probability, fan), reach, decided);
    }
}
