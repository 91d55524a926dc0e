package kz.qadam.progress.completion;

import org.jdbi.v3.core.statement.Query;

/** The filter of a list of completions; null members select all. */
record CompletionFilter(String institution, Status status, String reference, Boolean stale) {

    String conditions() {
        return (institution == null ? "" : " and c.institution = :institution")
                + (status == null ? "" : " and c.status = :status")
                + (reference == null ? "" : " and c.reference = :reference")
                + (stale == null ? "" : stale ? IS_STALE : " and not (true" + IS_STALE + ")");
    }

    private static final String IS_STALE = " and c.status = 'pending' and c.pending_since < :staleBefore";

    Query bind(Query query, PendingAge ages) {
        if (institution != null) {
            query.bind("institution", institution);
        }
        if (status != null) {
            query.bind("status", status.word());
        }
        if (stale != null) {
            query.bind("staleBefore", ages.staleBefore());
        }
        return reference == null ? query : query.bind("reference", reference);
    }
}
