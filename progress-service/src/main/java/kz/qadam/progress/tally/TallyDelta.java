package kz.qadam.progress.tally;

/**
 * What one transaction took in from an institution, in the words of the verdicts, and how it moved the stocks.
 *
 * @param pendingChange how many more are pending than before
 */
public record TallyDelta(
        String institution,
        int accepted,
        int pending,
        int refused,
        int duplicate,
        int conflict,
        int rejected,
        int pendingChange,
        int refusedChange) {

    /** Nothing received; only the stocks moved. */
    public static TallyDelta ofStocks(String institution, int pendingChange, int refusedChange) {
        return new TallyDelta(institution, 0, 0, 0, 0, 0, 0, pendingChange, refusedChange);
    }

    /** One item with this verdict. */
    public static TallyDelta ofVerdict(String institution, String verdict) {
        return new TallyDelta(
                institution,
                is(verdict, "accepted"),
                is(verdict, "pending"),
                is(verdict, "refused"),
                is(verdict, "duplicate"),
                is(verdict, "conflict"),
                is(verdict, "rejected"),
                0,
                0);
    }

    private static int is(String verdict, String word) {
        return verdict.equals(word) ? 1 : 0;
    }

    TallyDelta plus(TallyDelta other) {
        return new TallyDelta(
                institution,
                accepted + other.accepted,
                pending + other.pending,
                refused + other.refused,
                duplicate + other.duplicate,
                conflict + other.conflict,
                rejected + other.rejected,
                pendingChange + other.pendingChange,
                refusedChange + other.refusedChange);
    }

    boolean isNothing() {
        return equals(ofStocks(institution, 0, 0));
    }
}
