package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The forecast of a cohort.
 *
 * @param window the days that it learned from; null without a forecast
 * @param reachedOn the day on which the target is reached; a value is null if it is not reached by the horizon; null
 *     without a target and if too little is known
 * @param atHorizon how many people will be trained by the horizon; null if too little is known
 * @param probability of reaching the target by the horizon, 0 to 1; null if reachedOn is null
 * @param fan how many people will be trained by the end of each future month, and by the horizon
 */
public record Forecast(
        Status status,
        Window window,
        ForecastBand<LocalDate> reachedOn,
        ForecastBand<Long> atHorizon,
        Double probability,
        List<Point> fan) {

    /** There is a forecast, too little is known for one, or the programme has ended. */
    public enum Status {
        FORECAST,
        INSUFFICIENT_DATA,
        ENDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** From a day up to and including another. */
    public record Window(LocalDate from, LocalDate to) {}

    /** How many people will be trained by the end of a day. */
    public record Point(LocalDate on, ForecastBand<Long> trained) {}
}
