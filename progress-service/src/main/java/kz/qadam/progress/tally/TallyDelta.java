package kz.qadam.progress.tally;

/**
 * What one transaction took in from an institution, in the words of the verdicts, and how it moved the stocks.
 *
 * @param isOfToken whether the institution is named by a token; otherwise only the catalogue says whether there is one
 * @param pendingChange how many more are pending than before
 * @param untoldChange how many more are revoked without that anybody was ever told of them
 */
public record TallyDelta(
        String institution,
        boolean isOfToken,
        int accepted,
        int pending,
        int refused,
        int duplicate,
        int conflict,
        int rejected,
        int pendingChange,
        int refusedChange,
        int untoldChange) {

    /** Nothing received; only the stocks moved. */
    public static TallyDelta ofStocks(String institution, int pendingChange, int refusedChange) {
        return new TallyDelta(institution, false, 0, 0, 0, 0, 0, 0, pendingChange, refusedChange, 0);
    }

    /** Nothing received; only those moved that were revoked before anybody was told of them. */
    public static TallyDelta ofUntold(String institution, int untoldChange) {
        return new TallyDelta(institution, false, 0, 0, 0, 0, 0, 0, 0, 0, untoldChange);
    }

    /** One item with this verdict. */
    public static TallyDelta ofVerdict(String institution, boolean isOfToken, String verdict) {
        return new TallyDelta(
                institution,
                isOfToken,
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
                isOfToken || other.isOfToken,
                accepted + other.accepted,
                pending + other.pending,
                refused + other.refused,
                duplicate + other.duplicate,
                conflict + other.conflict,
                rejected + other.rejected,
                pendingChange + other.pendingChange,
                refusedChange + other.refusedChange,
                untoldChange + other.untoldChange);
    }

    boolean isNothing() {
        return equals(new TallyDelta(institution, isOfToken, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
