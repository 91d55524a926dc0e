package kz.qadam.reporting.asof;

import java.time.Instant;

/** A batch of the intake, as {@link Moment} tells of it. */
record Batch(long number, Instant instant, Instant dataThrough, boolean behind) {

    /** Before the first. */
    static final Batch NONE = new Batch(0, null, null, false);
}
