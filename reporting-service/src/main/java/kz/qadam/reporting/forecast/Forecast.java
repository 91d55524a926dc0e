package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.util.List;

/**
 * What is to be expected of a cohort.
 *
 * @param window null where there was nothing to learn from
 * @param reachedOn on which day the target is reached; a part is null where it is not by the horizon; null without a target
 * @param atHorizon how many will be trained by the last day that counts
 * @param probability of reaching the target by the horizon, 0 to 1; null without a target
 * @param fan how many will be trained by the end of each month to come
 */
public record Forecast(
        Status status,
        Window window,
        Band<LocalDate> reachedOn,
        Band<Long> atHorizon,
        Double probability,
        List<Point> fan) {

    /** Whether there is one. */
    public enum Status {
        FORECAST,
        INSUFFICIENT_DATA,
        ENDED
    }

    /** The days that it learned from. */
    public record Window(LocalDate from, LocalDate to) {}

    /** By the end of a day. */
    public record Point(LocalDate on, Band<Long> trained) {}

    static Forecast none(Status status, Band<LocalDate> reachedOn, Band<Long> atHorizon, Double probability) {
        return new Forecast(status, null, reachedOn, atHorizon, probability, List.of());
    }
}
