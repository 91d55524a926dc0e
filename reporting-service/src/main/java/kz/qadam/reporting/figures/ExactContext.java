package kz.qadam.reporting.figures;

import kz.qadam.reporting.asof.PointInTime;

/**
 * Exact figures at a point in time.
 *
 * @param region only figures of this region, for a caller who sees no other; null: all figures
 */
public record ExactContext(PointInTime time, String region) implements FigureContext {

    /** All figures. */
    public ExactContext(PointInTime time) {
        this(time, null);
    }

    @Override
    public long version() {
        return time.batch();
    }

    @Override
    public AnswerHead.Audience audience() {
        return AnswerHead.Audience.exact;
    }
}
