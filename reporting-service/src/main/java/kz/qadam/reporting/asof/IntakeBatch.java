package kz.qadam.reporting.asof;

import java.time.Instant;

/**
 * A batch of the intake, with what {@link PointInTime} needs of it.
 *
 * @param behind whether the intake was behind at the batch; for the newest batch, whether it is behind now
 * @param halted for the newest batch, whether the intake has stopped taking events from some partition
 */
record IntakeBatch(long number, Instant instant, Instant dataThrough, boolean behind, boolean halted) {

    /** Stands for the time before the first batch. */
    static final IntakeBatch NONE = new IntakeBatch(0, null, null, false, false);
}
