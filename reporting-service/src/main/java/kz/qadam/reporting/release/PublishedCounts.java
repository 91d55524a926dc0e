package kz.qadam.reporting.release;

/**
 * Published counts of people: each is at most the exact count, and a multiple of the unit. A count is null if too few
 * people are counted to publish it; zero is never published, so that nobody can distinguish it from few.
 */
public record PublishedCounts(Long enrolled, Long completed, Long trained) {

    public static final PublishedCounts NONE = new PublishedCounts(null, null, null);

    /** Rounds down to the unit; what is below the unit is not published. */
    static PublishedCounts of(FunnelCounts usable, long unit) {
        return new PublishedCounts(
                rounded(usable.enrolled(), unit), rounded(usable.completed(), unit), rounded(usable.trained(), unit));
    }

    /** Rounds down to the unit; null below it. */
    public static Long rounded(long count, long unit) {
        return count < unit ? null : (Long) (count - count % unit);
    }

    boolean isNone() {
        return equals(NONE);
    }
}
