package kz.qadam.reporting.figures;

import kz.qadam.reporting.asof.PointInTime;

/** Exact figures at a point in time. */
public record ExactContext(PointInTime time) implements FigureContext {

    @Override
    public long version() {
        return time.batch();
    }

    @Override
    public AnswerHead.Audience audience() {
        return AnswerHead.Audience.exact;
    }
}
