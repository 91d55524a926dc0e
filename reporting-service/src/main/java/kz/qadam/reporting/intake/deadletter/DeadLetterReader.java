package kz.qadam.reporting.intake.deadletter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.PageStart;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads dead letters, with the batches between which each was open. */
final class DeadLetterReader {

    /** Later than any batch, and less than the value of an open end. */
    private static final long NEWEST = Long.MAX_VALUE - 1;

    /** The dead letters as known at a batch: a later resolution is left out. */
    private static final String COLUMNS = """
            select letter.id, letter.topic, letter.partition, letter.record_offset, letter.event_id, letter.event_type,
                   letter.subject, letter.reason, letter.received_at, span.opened as opened_in,
                   resolved.closed as closed_in, coalesce(resolved.outcome, 'open') as status,
                   resolved.reason as resolution_reason, resolved.resolved_by, %s as change, %s as horizon
              from dead_letter_span span
              join dead_letter letter using (id)
              left join dead_letter_span resolved on resolved.id = span.id and resolved.closed <= :batch
            """;

    private static final TableColumns<DeadLetterView> VIEW =
            TableColumns.of(DeadLetterView.class, Map.of("offset", "record_offset", "type", "event_type"));

    private static final String PAGE =
            COLUMNS.formatted("span.change::text::bigint", "pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                    + """
             where (span.change, span.id) > (:change::text::xid8, :id)
             order by span.change, span.id limit :limit
            """;

    /** In the order of the batches that had changed them last by then. */
    private static final String PAST_PAGE = "select * from ("
            + COLUMNS.formatted("case when span.closed <= :batch then span.closed else span.opened end", Long.MAX_VALUE)
            + """
             where span.opened <= :batch) as known
             where (change, id) > (:change::bigint, :id) order by change, id limit :limit
            """;

    private static final String ONE = COLUMNS.formatted("0", "0") + " where span.id = :id";

    private DeadLetterReader() {}

    static List<ListedRow<DeadLetterView>> after(Handle database, PageStart start) {
        return page(database.createQuery(PAGE), start, NEWEST);
    }

    /** As known at a batch, in an order that never changes. */
    static List<ListedRow<DeadLetterView>> at(Handle database, PageStart start, long batch) {
        return page(database.createQuery(PAST_PAGE), start, batch);
    }

    private static List<ListedRow<DeadLetterView>> page(Query query, PageStart start, long batch) {
        return start.rows(query.bind("batch", batch), VIEW, DeadLetterView::id);
    }

    static Optional<DeadLetterView> find(Handle database, UUID id) {
        return database.createQuery(ONE)
                .bind("batch", NEWEST)
                .bind("id", id)
                .map(VIEW)
                .findOne();
    }
}
