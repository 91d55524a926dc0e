package kz.qadam.progress.tally;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.base.time.AlmatyTime;
import org.jdbi.v3.core.Handle;

/**
 * Counts the items that each institution sent on each day. Each transaction adds a row of its own, so that it does not
 * wait for others; {@link TallyFolding} sums the rows afterwards. A tally publishes the code of its institution, so an
 * institution is counted only if a token or the catalogue names it. For any other code, rejected items are not counted,
 * and recorded ones are counted when the catalogue describes the institution.
 */
public final class Tallies {

    /**
     * The items that one transaction took in from an institution, by verdict, and how the numbers of pending and
     * refused completions changed.
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

    private static final TableColumns<TallyDelta> DELTAS =
            TableColumns.of(TallyDelta.class, Map.of("isFromToken", "of_token", "unpublishedChange", "untold_change"));

    private static final String ADD = """
            insert into tally_delta (%s, day) select *, (now() at time zone :zone)::date from %s
             where of_token or exists (select from institution i where i.code = v.institution)
                or (accepted, pending, refused, duplicate, conflict, pending_change, refused_change, untold_change)
                   <> (0, 0, 0, 0, 0, 0, 0, 0)
            """.formatted(DELTAS.names(), DELTAS.rows("v"));

    private Tallies() {}

    /**
     * Adds the items of a transaction, within that transaction. The day is the database's, so that the last day of an
     * institution has its present numbers even if the clock of an instance is wrong.
     */
    public static void note(Handle handle, Stream<TallyDelta> deltas) {
        Map<String, TallyDelta> byInstitution = new TreeMap<>();
        deltas.forEach(delta -> byInstitution.merge(delta.institution(), delta, TallyDelta::plus));
        byInstitution.values().removeIf(TallyDelta::isEmpty);
        if (byInstitution.isEmpty()) {
            return;
        }
        DELTAS.bind(handle.createUpdate(ADD), byInstitution.values())
                .bind("zone", AlmatyTime.ZONE.getId())
                .execute();
    }
}
