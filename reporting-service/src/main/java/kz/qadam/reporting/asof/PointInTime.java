package kz.qadam.reporting.asof;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A point in both times of the model, which is bitemporal. {@code asOf} is transaction time: what was known at an
 * instant, that is, at the newest batch that the intake had taken in by then. {@code on} is valid time: what had
 * happened by the end of a day.
 *
 * @param batch the newest batch at {@code asOf}; 0 before the first batch
 * @param asOf the requested instant, or the instant of the newest batch; null before the first batch
 * @param dataThrough the newest time of an event known then, or null
 * @param behind whether the intake was behind at that batch; for the present, whether it is behind now
 * @param halted whether the intake has stopped taking events from some partition; always false for the past
 * @param past whether the question names an instant; then its answer must not contain anything that can change
 */
public record PointInTime(
        long batch, Instant asOf, LocalDate on, Instant dataThrough, boolean behind, boolean halted, boolean past) {

    /** What was known at the same instant about another day. */
    public PointInTime on(LocalDate day) {
        return new PointInTime(batch, asOf, day, dataThrough, behind, halted, past);
    }
}
