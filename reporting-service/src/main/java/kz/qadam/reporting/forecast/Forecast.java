package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What is to be expected of a cohort.
 *
 * @param window null where nothing is forecast
 * @param reachedOn on which day the target is reached; a part is null where it is not by the horizon; null without a target,
 *     and where too little is known
 * @param atHorizon how many will be trained by the last day that counts; null where too little is known
 * @param probability of reaching the target by the horizon, 0 to 1; null as reachedOn is
 * @param fan how many will be trained by the end of each month to come, and by the horizon
 */
public record Forecast(
        Status status,
        Window window,
        Band<LocalDate> reachedOn,
        Band<Long> atHorizon,
        Double probability,
        List<Point> fan) {

    /** Whether there is one, too little is known for one, or there is nothing left to forecast. */
    public enum Status {
        FORECAST,
        INSUFFICIENT_DATA,
        ENDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The days that it learned from. */
    public record Window(LocalDate from, LocalDate to) {}

    /** By the end of a day. */
    public record Point(LocalDate on, Band<Long> trained) {}
}
