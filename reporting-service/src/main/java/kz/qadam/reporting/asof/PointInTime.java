package kz.qadam.reporting.asof;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A point in both times of the model, which is bitemporal. {@code asOf} is transaction time: what was known at an instant,
 * which is to say at the newest batch of the intake by then. {@code on} is valid time: what had happened by the end of a day.
 *
 * @param batch the newest batch at {@code asOf}; 0 before the first
 * @param asOf as asked for, or the newest batch's instant; null if nothing was ever taken in
 * @param dataThrough the newest time of an event known then, or null
 * @param behind whether the intake was behind when it took that batch in; of the present, whether it is behind now
 * @param halted whether nothing of some partition is taken in any more; never of the past
 * @param past whether an instant was asked for; then nothing that changes may come into the answer
 */
public record PointInTime(
        long batch, Instant asOf, LocalDate on, Instant dataThrough, boolean behind, boolean halted, boolean past) {}
