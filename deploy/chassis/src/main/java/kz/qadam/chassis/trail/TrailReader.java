package kz.qadam.chassis.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.list.Cursor;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.table.SpreadsheetCsv;

/** Reads the trail in the order in which it was written, or the newest entries of it first. */
@ApplicationScoped
public class TrailReader {

    private static final String AFTER = """
            select %s, %s
              from trail
             where (change, id) > (:change::text::xid8, :id) %s
             order by change, id limit :limit
            """;

    private static final String BEFORE = """
            select %s, %s
              from trail
             where (change, id) < (:change::text::xid8, :id) %s
             order by change desc, id desc limit :limit
            """;

    /** Where the newest entries are. */
    private static final Cursor END = new Cursor(Long.MAX_VALUE, new UUID(-1, -1), Long.MAX_VALUE);

    /** The beginning of the month after those that have left the database. */
    private static final String KEPT_SINCE = """
            select (max(month) + interval '1 month') at time zone 'UTC' from archive_dropped having max(month) is not null
            """;

    private static final SpreadsheetCsv.Columns<TrailEntryView> CSV = new SpreadsheetCsv.Columns<TrailEntryView>()
            .with("id", TrailEntryView::id)
            .with("at", TrailEntryView::at)
            .with("instance", TrailEntryView::instance)
            .with("kind", TrailEntryView::kind)
            .with("action", TrailEntryView::action)
            .with("outcome", TrailEntryView::outcome)
            .with("status", TrailEntryView::status)
            .with("actor", ofActor(Actor::name))
            .with("roles", ofActor(Actor::roles))
            .with("institution", ofActor(Actor::institution))
            .with("region", ofActor(Actor::region))
            .with("keyId", ofActor(Actor::keyId))
            .with("session", ofActor(Actor::session))
            .with("subject", TrailEntryView::subject)
            .with("items", TrailEntryView::items)
            .with("asked", TrailEntryView::asked)
            .with("asOf", TrailEntryView::asOf)
            .with("on", TrailEntryView::on)
            .with("batch", TrailEntryView::batch)
            .with("reason", TrailEntryView::reason)
            .with("text", TrailEntryView::text);

    private final Database database;

    TrailReader(Database database) {
        this.database = database;
    }

    private static Function<TrailEntryView, Object> ofActor(Function<Actor, Object> value) {
        return entry -> entry.actor() == null ? null : value.apply(entry.actor());
    }

    /** A page of the entries that the query names. */
    public Page<TrailEntryView> page(TrailQuery query, PageStart start) {
        return Page.of(read(AFTER, kept(query), start), start.after(), start.limit());
    }

    /**
     * A page of the entries that the query names, the newest first. An entry that is committed while somebody reads on to
     * older ones is seen when the newest are asked for again.
     *
     * @param cursor of the page before; null: begins with the newest
     */
    public Page<TrailEntryView> newestFirst(TrailQuery query, String cursor, int limit) {
        var start = new PageStart(cursor == null ? END : Cursor.parse(cursor), limit);
        return Page.of(read(BEFORE, kept(query), start), start.after(), limit);
    }

    /** The conditions of a query, unless it is about months that have left the database. */
    private Map<String, Object> kept(TrailQuery query) {
        Map<String, Object> values = query.values();
        Optional<Instant> since = database.transaction(
                handle -> handle.createQuery(KEPT_SINCE).mapTo(Instant.class).findOne());
        boolean isGone = since.isPresent()
                && ((values.get("from") instanceof Instant from && from.isBefore(since.get()))
                        || (values.get("to") instanceof Instant to && !to.isAfter(since.get())));
        if (isGone) {
            throw new Problem(ProblemType.GONE, Message.of("gone/trail", since.get()));
        }
        return values;
    }

    private List<ListedRow<TrailEntryView>> read(String statement, Map<String, Object> values, PageStart start) {
        return database
                .transaction(handle -> start.rows(
                        handle.createQuery(statement.formatted(
                                        Trail.COLUMNS.names(),
                                        ListedRow.positionColumns("change"),
                                        TrailQuery.sql(values)))
                                .bindMap(values),
                        Trail.COLUMNS,
                        TrailEntry::id))
                .stream()
                .map(row -> row.as(TrailEntryView::of))
                .toList();
    }

    /**
     * All entries that the query names, as CSV. The first page is read at once, so that a problem is found before the
     * answer begins; the others are read while the CSV is written.
     */
    public StreamingOutput csv(TrailQuery query) {
        Map<String, Object> values = kept(query);
        List<ListedRow<TrailEntryView>> first = read(AFTER, values, new PageStart(Cursor.START, Page.MOST));
        return out -> {
            try (var csv = new SpreadsheetCsv<>(out, CSV)) {
                List<ListedRow<TrailEntryView>> page = first;
                page.forEach(row -> csv.add(row.item()));
                while (page.size() == Page.MOST) {
                    ListedRow<TrailEntryView> last = page.get(page.size() - 1);
                    page = read(
                            AFTER,
                            values,
                            new PageStart(new Cursor(last.change(), last.id(), Long.MAX_VALUE), Page.MOST));
                    page.forEach(row -> csv.add(row.item()));
                }
            }
        };
    }
}
