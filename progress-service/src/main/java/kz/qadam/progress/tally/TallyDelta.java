package kz.qadam.progress.tally;

/**
 * The items that one transaction took in from an institution, by verdict, and how the numbers of pending and refused
 * completions changed.
 *
 * @param isFromToken whether a token names the institution; otherwise only the catalogue shows whether it exists
 * @param pendingChange by how much the number of pending completions changed
 * @param refusedChange by how much the number of refused completions changed
 * @param unpublishedChange by how much the number of completions changed that are revoked and were never published
 */
public record TallyDelta(
        String institution,
        boolean isFromToken,
        int accepted,
        int pending,
        int refused,
        int duplicate,
        int conflict,
        int rejected,
        int pendingChange,
        int refusedChange,
        int unpublishedChange) {

    /** No item was received; only the numbers of completions changed. */
    public static TallyDelta ofStocks(
            String institution, int pendingChange, int refusedChange, int unpublishedChange) {
        return new TallyDelta(
                institution, false, 0, 0, 0, 0, 0, 0, pendingChange, refusedChange, unpublishedChange);
    }

    /** One item with this verdict. */
    public static TallyDelta ofVerdict(String institution, boolean isFromToken, String verdict) {
        return new TallyDelta(
                institution,
                isFromToken,
                is(verdict, "accepted"),
                is(verdict, "pending"),
                is(verdict, "refused"),
                is(verdict, "duplicate"),
                is(verdict, "conflict"),
                is(verdict, "rejected"),
                0,
                0,
                0);
    }

    private static int is(String verdict, String word) {
        return verdict.equals(word) ? 1 : 0;
    }

    TallyDelta plus(TallyDelta other) {
        return new TallyDelta(
                institution,
                isFromToken || other.isFromToken,
                accepted + other.accepted,
                pending + other.pending,
                refused + other.refused,
                duplicate + other.duplicate,
                conflict + other.conflict,
                rejected + other.rejected,
                pendingChange + other.pendingChange,
                refusedChange + other.refusedChange,
                unpublishedChange + other.unpublishedChange);
    }

    boolean isEmpty() {
        return equals(new TallyDelta(institution, isFromToken, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
