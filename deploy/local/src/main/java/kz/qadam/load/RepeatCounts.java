package kz.qadam.load;

/**
 * How many requests had to be sent again.
 *
 * @param unavailable were answered 503
 * @param refused found nobody who listened
 * @param unknown were to write, and nobody can say whether they did: no answer came, or one that does not tell
 * @param unread were to read, and were not answered
 */
public record RepeatCounts(long unavailable, long refused, long unknown, long unread) {

    /** Those since then. */
    public RepeatCounts since(RepeatCounts earlier) {
        return new RepeatCounts(
                unavailable - earlier.unavailable,
                refused - earlier.refused,
                unknown - earlier.unknown,
                unread - earlier.unread);
    }
}
