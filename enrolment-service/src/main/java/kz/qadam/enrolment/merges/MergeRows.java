package kz.qadam.enrolment.merges;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.PageStart;
import org.jdbi.v3.core.Handle;

/** Reads and writes merges in the database. */
public final class MergeRows {

    private static final TableColumns<Merge> COLUMNS = TableColumns.of(Merge.class);

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

    /** The office named each surviving learner when it was not an alias itself, so that merges form a tree. */
    private static final String ABSORBED_BY = """
            with recursive follower as (
                select absorbed from learner_merge where surviving = :surviving and named = :learner
                union
                select m.absorbed from learner_merge m join follower f on m.named = f.absorbed
                 where m.surviving = :surviving)
            select absorbed from follower order by absorbed
            """;

    private static final String POINT_BACK = """
            update learner_merge
               set surviving = :to, version = version + 1, recorded_at = :now, trace = :trace,
                   changed = pg_current_xact_id()
             where absorbed = any(:aliases)
            """;

    private static final String POINT = """
            update learner_merge
               set surviving = :to, version = :version, recorded_at = :now, trace = null, changed = pg_current_xact_id()
             where absorbed = :absorbed
            """;

    private static final String VERSION = """
            select coalesce(max(version), 0)
              from (select version from learner_merge where absorbed = :absorbed
                    union all
                    select version from learner_split where absorbed = :absorbed) as alias
            """;

    private static final String FIRST_VERSION = """
            select coalesce(max(version), 0) + 1 from learner_split where absorbed = :absorbed
            """;

    private static final String AFTER = """
            select %s, %s
              from learner_merge
             where (changed, absorbed) > (cast(cast(:change as text) as xid8), :id)
               and (cast(:learner as uuid) is null or cast(:learner as uuid) in (absorbed, surviving))
             order by changed, absorbed limit :limit
            """.formatted(COLUMNS.names(), ListedRow.positionColumns("changed"));

    private static final String INTO = """
            select %s from learner_merge where surviving = :surviving order by decided_at, absorbed
            """.formatted(COLUMNS.names());

    private MergeRows() {}

    /** The newest version of an alias, whether it leads to another learner or to itself again; 0 if there is none. */
    static int version(Handle database, UUID absorbed) {
        return database.createQuery(VERSION)
                .bind("absorbed", absorbed)
                .mapTo(Integer.class)
                .one();
    }

    /** Makes an alias lead to another learner. */
    static void point(Handle database, UUID absorbed, UUID to, int version, Instant now) {
        database.createUpdate(POINT)
                .bind("absorbed", absorbed)
                .bind("to", to)
                .bind("version", version)
                .bind("now", now)
                .execute();
    }

    static void insert(Handle database, Merge merge, String trace) {
        COLUMNS.bind(database.createUpdate(INSERT), List.of(merge))
                .bind("trace", trace)
                .execute();
    }

    /** Makes all aliases of one learner aliases of the other. Returns the aliases. */
    static List<UUID> redirect(Handle database, UUID from, UUID to, Instant now, String trace) {
        return database.createQuery(REDIRECT)
                .bind("from", from)
                .bind("to", to)
                .bind("now", now)
                .bind("trace", trace)
                .mapTo(UUID.class)
                .list();
    }

    /** The aliases that follow a learner, who is an alias itself: they were absorbed by it, directly or not. */
    static List<UUID> absorbedBy(Handle database, UUID learner, UUID surviving) {
        return database.createQuery(ABSORBED_BY)
                .bind("learner", learner)
                .bind("surviving", surviving)
                .mapTo(UUID.class)
                .list();
    }

    /** Makes these aliases of another learner aliases of the learner again whom they followed. */
    static void pointBack(Handle database, List<UUID> aliases, UUID to, Instant now, String trace) {
        database.createUpdate(POINT_BACK)
                .bindArray("aliases", UUID.class, aliases)
                .bind("to", to)
                .bind("now", now)
                .bind("trace", trace)
                .execute();
    }

    static void remove(Handle database, UUID absorbed) {
        database.createUpdate("delete from learner_merge where absorbed = :absorbed")
                .bind("absorbed", absorbed)
                .execute();
    }

    /** The version of a new merge of a learner; it is higher than those of merges that were undone. */
    static int firstVersion(Handle database, UUID absorbed) {
        return database.createQuery(FIRST_VERSION)
                .bind("absorbed", absorbed)
                .mapTo(Integer.class)
                .one();
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
    static List<ListedRow<Merge>> after(Handle database, PageStart start, UUID learner) {
        return start.rows(database.createQuery(AFTER).bind("learner", learner), COLUMNS, Merge::absorbed);
    }
}
