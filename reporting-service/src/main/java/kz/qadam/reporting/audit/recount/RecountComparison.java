package kz.qadam.reporting.audit.recount;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.asof.PointInTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Compares the recounted cells with the rows of the roll-up, one by one, so that every altered row is found and named.
 * There are as many cells as members and days: the database adds them up, in a temporary table that is dropped when the
 * transaction ends, and the memory keeps only {@link #MOST_IN_MEMORY} of them.
 */
final class RecountComparison {

    private static final int MOST_IN_MEMORY = 50_000;

    private static final String CREATE = """
            create temporary table recounted (
                measure   text   not null collate "C",
                cohort    text   not null collate "C",
                dimension text   not null collate "C",
                member    text   not null collate "C",
                day       date   not null,
                recount   bigint not null,
                left_out  bigint not null
            ) on commit drop
            """;

    private record Row(RecountedCellKey cell, long recount, long leftOut) {}

    private static final TableColumns<RecountedCellKey> CELL = TableColumns.of(RecountedCellKey.class);
    private static final TableColumns<Row> ROW = TableColumns.of(Row.class);

    private static final String ADD =
            "insert into recounted (%s) select * from %s".formatted(ROW.names(), ROW.rows("cell"));

    /** The rows of the roll-up as known at the batch. */
    private static final String FIGURES =
            """
            select measure collate "C" as measure, cohort, dimension, member, day, count
              from (select grain as dimension, cohort, place as member, day, %1$s
                      from rollup_cell where from_batch <= :batch and day <= :on
                    union all
                    select grain, cohort, place, day, %1$s
                      from rollup_cell_past where from_batch <= :batch and to_batch > :batch and day <= :on)
                   as known
             cross join lateral unnest(array['%2$s'], array[%1$s]) as measured (measure, count)
             where count <> 0
            """.formatted(String.join(", ", CellCounter.MEASURES), String.join("', '", CellCounter.MEASURES));

    private static final String COHORTS =
            "select distinct cohort from (" + FIGURES + ") as figure where cohort <> '' order by cohort";

    /** If the days of a member differ but their sum does not, each of these days is listed. */
    private static final String DIFFERENCES = """
            with both_sides as (
                select measure, cohort, dimension, member, day, count::bigint as figure, 0::bigint as recount
                  from (%s) as figure
                union all
                select measure, cohort, dimension, member, day, -left_out, recount from recounted where day <= :on),
            cell as (
                select measure, cohort, dimension, member, day, sum(figure) as figure, sum(recount) as recount
                  from both_sides
                 where (:cohort::text is null or cohort = :cohort)
                   and (measure not in ('%s') or cohort <> all(:judging))
                 group by measure, cohort, dimension, member, day),
            differing as (
                select measure, cohort, dimension, member, sum(figure) as figure, sum(recount) as recount
                  from cell group by measure, cohort, dimension, member having bool_or(figure <> recount))
            select * from (
                select measure, cohort, dimension, member, null::date as day, figure, recount
                  from differing where figure <> recount
                union all
                select measure, cohort, dimension, member, cell.day, cell.figure, cell.recount
                  from cell join differing using (measure, cohort, dimension, member)
                 where differing.figure = differing.recount and cell.figure <> cell.recount) as difference
             order by measure, cohort, dimension, member, day limit :limit
            """.formatted(FIGURES, String.join("', '", CellCounter.OF_COMPLETIONS));

    private static final class Counts {
        private long recount;
        private long leftOut;
    }

    private final Handle database;
    private final int most;
    private final Map<RecountedCellKey, Counts> counts = new HashMap<>();

    RecountComparison(Handle database) {
        this(database, MOST_IN_MEMORY);
    }

    /** @param most how many cells are kept in memory */
    RecountComparison(Handle database, int most) {
        this.database = database;
        this.most = most;
        database.execute(CREATE);
    }

    /** The recount has counted one more in a cell. */
    void addCounted(RecountedCellKey cell) {
        at(cell).recount++;
    }

    /** The roll-up counts one in a cell that is not settled yet; the comparison leaves it out. */
    void addLeftOut(RecountedCellKey cell) {
        at(cell).leftOut++;
    }

    /** How many cells are in memory now. */
    int inMemory() {
        return counts.size();
    }

    private Counts at(RecountedCellKey cell) {
        if (counts.size() >= most && !counts.containsKey(cell)) {
            store();
        }
        return counts.computeIfAbsent(cell, key -> new Counts());
    }

    private void store() {
        List<Row> rows = counts.entrySet().stream()
                .map(one -> new Row(one.getKey(), one.getValue().recount, one.getValue().leftOut))
                .toList();
        ROW.bind(database.createUpdate(ADD), rows).execute();
        counts.clear();
    }

    /** The cohorts that the roll-up counts. */
    List<String> cohorts(PointInTime point) {
        return bind(database.createQuery(COHORTS), point).mapTo(String.class).list();
    }

    /**
     * Lists the differences between roll-up and recount.
     *
     * @param cohort null for all
     * @param judging cohorts that are being judged by a changed catalogue: progress-service publishes again which of
     *     their completions count
     */
    List<RecountResult.Difference> differences(PointInTime point, String cohort, Set<String> judging) {
        store();
        return bind(database.createQuery(DIFFERENCES), point)
                .bind("cohort", cohort)
                .bindArray("judging", String.class, judging)
                .bind("limit", RecountResult.MOST)
                .map((row, context) -> RecountResult.Difference.of(
                        CELL.map(row, context), row.getLong("figure"), row.getLong("recount")))
                .list();
    }

    private static Query bind(Query query, PointInTime point) {
        return query.bind("batch", point.batch()).bind("on", point.on());
    }
}
