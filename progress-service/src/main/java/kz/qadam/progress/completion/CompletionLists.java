package kz.qadam.progress.completion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.list.Cursor;
import kz.qadam.chassis.list.ListedRow;
import kz.qadam.chassis.list.Page;

/** Reads completions for their institutions, the office and auditors. */
@ApplicationScoped
class CompletionLists {

    private static final String LIST = """
            select %s, c.changed::text::bigint as change, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon
              from completion c
             where (c.changed, c.id) > (:change::text::xid8, :id) and c.enrolment is not null
            """;

    private static final String ONE = """
            select %s from completion c where c.id = :id and (:institution::text is null or c.institution = :institution)
            """;

    private final Database database;
    private final PendingConfig pending;
    private final Clock clock;

    CompletionLists(Database database, PendingConfig pending, Clock clock) {
        this.database = database;
        this.pending = pending;
        this.clock = clock;
    }

    /**
     * Finds one completion.
     *
     * @param institution only a completion of this institution is found; null for any
     */
    Optional<CompletionView> find(UUID id, String institution) {
        return database.transaction(handle -> handle.createQuery(ONE.formatted(CompletionRows.NAMES))
                .bind("id", id)
                .bind("institution", institution)
                .map((row, context) -> CompletionView.of(CompletionRows.COLUMNS.map(row, context), ages()))
                .findOne());
    }

    Page<CompletionView> list(CompletionFilter filter, Cursor from, int limit) {
        PendingAge ages = ages();
        List<ListedRow<CompletionView>> rows = database.transaction(handle -> {
            var query = handle.createQuery(LIST.formatted(CompletionRows.NAMES) + filter.conditions()
                            + " order by c.changed, c.id limit :limit")
                    .bind("change", from.change())
                    .bind("id", from.id())
                    .bind("limit", limit);
            return filter.bind(query, ages)
                    .map((row, context) -> new ListedRow<>(
                            row.getLong("change"),
                            row.getObject("id", UUID.class),
                            row.getLong("horizon"),
                            CompletionView.of(CompletionRows.COLUMNS.map(row, context), ages)))
                    .list();
        });
        return Page.of(rows, from, limit);
    }

    private PendingAge ages() {
        return PendingAge.at(clock.instant(), pending);
    }
}
