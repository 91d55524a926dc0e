package kz.qadam.reporting.release;

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
}
