package kz.qadam.enrolment.merges;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.chassis.list.Cursor;
import kz.qadam.chassis.list.ListedRow;
import org.jdbi.v3.core.Handle;

/** Reads and writes merges in the database. */
public final class MergeRows {

    static final TableColumns<Merge> COLUMNS = TableColumns.of(Merge.class);

    private static final String INSERT = """
            insert into learner_merge (%s, trace) select *, :trace from %s
            """.formatted(COLUMNS.names(), COLUMNS.rows("made"));

    private static final String FIND = """
            select %s from learner_merge where absorbed = :absorbed
            """.formatted(COLUMNS.names());

    private static final String REDIRECT = """
            update learner_merge
               set surviving = :to, version = version + 1, recorded_at = :now, trace = :trace,
                   changed = pg_current_xact_id()
             where surviving = :from
            returning absorbed
            """;

    private static final String AFTER = """
            select %s, cast(cast(changed as text) as bigint) as change,
                   cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as horizon
              from learner_merge
             where (changed, absorbed) > (cast(cast(:change as text) as xid8), :id)
               and (cast(:learner as uuid) is null or cast(:learner as uuid) in (absorbed, surviving))
             order by changed, absorbed limit :limit
            """.formatted(COLUMNS.names());

    private static final String INTO = """
            select %s from learner_merge where surviving = :surviving order by decided_at, absorbed
            """.formatted(COLUMNS.names());

    private MergeRows() {}

    static void insert(Handle database, Merge merge, String trace) {
        COLUMNS.bind(database.createUpdate(INSERT), List.of(merge))
                .bind("trace", trace)
                .execute();
    }

    /** Makes all aliases of one learner aliases of the other. Returns the aliases. */
    static List<String> redirect(Handle database, UUID from, UUID to, Instant now, String trace) {
        return database.createQuery(REDIRECT)
                .bind("from", from)
                .bind("to", to)
                .bind("now", now)
                .bind("trace", trace)
                .mapTo(String.class)
                .list();
    }

    static Optional<Merge> find(Handle database, UUID absorbed) {
        return database.createQuery(FIND)
                .bind("absorbed", absorbed)
                .map(COLUMNS)
                .findOne();
    }

    /** The merges after which this learner represents the person. */
    public static List<Merge> into(Handle database, UUID surviving) {
        return database.createQuery(INTO)
                .bind("surviving", surviving)
                .map(COLUMNS)
                .list();
    }

    /** @param learner absorbed or surviving; null: any */
    static List<ListedRow<Merge>> after(Handle database, Cursor from, int limit, UUID learner) {
        return database.createQuery(AFTER)
                .bind("change", Long.toString(from.change()))
                .bind("id", from.id())
                .bind("learner", learner)
                .bind("limit", limit)
                .map((row, context) -> {
                    Merge merge = COLUMNS.map(row, context);
                    return new ListedRow<>(row.getLong("change"), merge.absorbed(), row.getLong("horizon"), merge);
                })
                .list();
    }
}
