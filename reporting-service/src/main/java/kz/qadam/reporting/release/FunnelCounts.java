package kz.qadam.reporting.release;

import java.util.function.LongUnaryOperator;

/** How many people are enrolled, have completed a course, and are trained. From the widest measure to the narrowest. */
public record FunnelCounts(long enrolled, long completed, long trained) {

    public static final FunnelCounts NONE = new FunnelCounts(0, 0, 0);

    public FunnelCounts {
        if (enrolled < 0 || completed < 0 || trained < 0) {
            throw new IllegalArgumentException("A count of people is negative");
        }
    }

    public FunnelCounts plus(FunnelCounts other) {
        return new FunnelCounts(enrolled + other.enrolled, completed + other.completed, trained + other.trained);
    }

    /** @throws IllegalArgumentException if the other counts are not a part of these */
    FunnelCounts minus(FunnelCounts part) {
        return new FunnelCounts(enrolled - part.enrolled, completed - part.completed, trained - part.trained);
    }

    FunnelCounts map(LongUnaryOperator change) {
        return new FunnelCounts(
                change.applyAsLong(enrolled), change.applyAsLong(completed), change.applyAsLong(trained));
    }
}
