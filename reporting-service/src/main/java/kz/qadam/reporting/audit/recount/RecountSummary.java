package kz.qadam.reporting.audit.recount;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/**
 * A recount in short.
 *
 * @param cohort the one that was recounted; null: all
 * @param isDaily whether nobody asked for it
 * @param finishedAt null while it is not finished
 * @param isFailed whether it was broken off
 * @param differences how many figures differed, and how many learners wait for a lost state; null without a result
 * @param events how many events it has read; null without a result
 */
record RecountSummary(
        UUID id,
        Instant requestedAt,
        String cohort,
        boolean isDaily,
        Instant finishedAt,
        boolean isFailed,
        Integer differences,
        Long events) {

    static final int MOST = 30;

    private static final TableColumns<RecountSummary> COLUMNS = TableColumns.of(RecountSummary.class);

    private static final String NEWEST = """
            select id, requested_at, cohort, requested_by = :daily as is_daily, finished_at, failed as is_failed,
                   json_array_length(cast(result as json) -> 'differences')
                       + coalesce(cast(cast(result as json) #>> '{inFlight,overdue}' as int), 0) as differences,
                   cast(cast(result as json) ->> 'events' as bigint) as events
              from (select * from recount order by requested_at desc limit :most) as newest
             order by requested_at desc
            """;

    static List<RecountSummary> newest(Handle handle) {
        return handle.createQuery(NEWEST)
                .bind("daily", DailyRecount.REQUESTER)
                .bind("most", MOST)
                .map(COLUMNS)
                .list();
    }

    boolean hasResult() {
        return differences != null;
    }
}
