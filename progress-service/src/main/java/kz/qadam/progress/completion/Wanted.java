package kz.qadam.progress.completion;

import org.jdbi.v3.core.statement.Query;

/** What a list is narrowed to; null is all. */
record Wanted(String institution, Status status, String reference) {

    String conditions() {
        return (institution == null ? "" : " and c.institution = :institution")
                + (status == null ? "" : " and c.status = :status")
                + (reference == null ? "" : " and c.reference = :reference");
    }

    Query bind(Query query) {
        if (institution != null) {
            query.bind("institution", institution);
        }
        if (status != null) {
            query.bind("status", status.word());
        }
        return reference == null ? query : query.bind("reference", reference);
    }
}
