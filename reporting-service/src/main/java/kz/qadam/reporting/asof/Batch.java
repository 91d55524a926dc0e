package kz.qadam.reporting.asof;

import java.time.Instant;

/**
 * A batch of the intake, as {@link PointInTime} tells of it.
 *
 * @param behind whether the intake was behind at the batch; of the newest, whether it is behind now
 * @param halted of the newest, whether nothing of some partition is taken in any more
 */
record Batch(long number, Instant instant, Instant dataThrough, boolean behind, boolean halted) {

    /** Before the first. */
    static final Batch NONE = new Batch(0, null, null, false, false);
}
