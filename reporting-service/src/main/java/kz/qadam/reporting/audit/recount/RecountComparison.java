package kz.qadam.reporting.audit.recount;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                measure  text   not null collate "C",
                cohort   text   not null collate "C",
                grain    text   not null collate "C",
                place    text   not null collate "C",
                day      date   not null,
                recount  bigint not null,
                left_out bigint not null
            ) on commit drop
            """;

    private static final String ADD = """
            insert into recounted
            select * from unnest(:measures, :cohorts, :grains, :places, :days::date[], :recounts, :leftOut)
            """;

    /** The rows of the roll-up as known at the batch. */
    private static final String FIGURES =
            """
            select measure collate "C" as measure, cohort, grain, place, day, count
              from (select grain, cohort, place, day, %1$s
                      from rollup_cell where from_batch <= :batch and day <= :on::date
                    union all
                    select grain, cohort, place, day, %1$s
                      from rollup_cell_past where from_batch <= :batch and to_batch > :batch and day <= :on::date)
                   as known
             cross join lateral unnest(array['%2$s'], array[%1$s]) as measured (measure, count)
             where count <> 0
            """.formatted(String.join(", ", CellCounter.MEASURES), String.join("', '", CellCounter.MEASURES));

    private static final String COHORTS =
            "select distinct cohort from (" + FIGURES + ") as figure where cohort <> '' order by cohort";

    /** If the days of a member differ but their sum does not, each of these days is listed. */
    private static final String DIFFERENCES = """
            with both_sides as (
                select measure, cohort, grain, place, day, count::bigint as figure, 0::bigint as recount
                  from (%s) as figure
                union all
                select measure, cohort, grain, place, day, -left_out, recount from recounted where day <= :on::date),
            cell as (
                select measure, cohort, grain, place, day, sum(figure) as figure, sum(recount) as recount
                  from both_sides
                 where (:cohort::text is null or cohort = :cohort)
                   and (measure not in ('completions', 'completed') or cohort <> all(:judging))
                 group by measure, cohort, grain, place, day),
            differing as (
                select measure, cohort, grain, place, sum(figure) as figure, sum(recount) as recount
                  from cell group by measure, cohort, grain, place having bool_or(figure <> recount))
            select * from (
                select measure, cohort, grain, place, null::date as day, figure, recount
                  from differing where figure <> recount
                union all
                select measure, cohort, grain, place, cell.day, cell.figure, cell.recount
                  from cell join differing using (measure, cohort, grain, place)
                 where differing.figure = differing.recount and cell.figure <> cell.recount) as difference
             order by measure, cohort, grain, place, day limit :limit
            """.formatted(FIGURES);

    private static final class Counts {
        private long recount;
        private long leftOut;
    }

    private final Handle database;
    private final int most;
    private final Map<RecountedCell, Counts> counts = new HashMap<>();

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
    void addCounted(RecountedCell cell) {
        at(cell).recount++;
    }

    /** The roll-up counts one in a cell that is not settled yet; the comparison leaves it out. */
    void addLeftOut(RecountedCell cell) {
        at(cell).leftOut++;
    }

    /** How many cells are in memory now. */
    int inMemory() {
        return counts.size();
    }

    private Counts at(RecountedCell cell) {
        if (counts.size() >= most && !counts.containsKey(cell)) {
            store();
        }
        return counts.computeIfAbsent(cell, key -> new Counts());
    }

    private void store() {
        List<RecountedCell> cells = new ArrayList<>(counts.keySet());
        database.createUpdate(ADD)
                .bindArray(
                        "measures",
                        String.class,
                        cells.stream().map(RecountedCell::measure).toList())
                .bindArray(
                        "cohorts",
                        String.class,
                        cells.stream().map(RecountedCell::cohort).toList())
                .bindArray(
                        "grains",
                        String.class,
                        cells.stream().map(RecountedCell::dimension).toList())
                .bindArray(
                        "places",
                        String.class,
                        cells.stream().map(RecountedCell::member).toList())
                .bindArray(
                        "days",
                        String.class,
                        cells.stream().map(cell -> cell.day().toString()).toList())
                .bindArray(
                        "recounts",
                        Long.class,
                        cells.stream().map(cell -> counts.get(cell).recount).toList())
                .bindArray(
                        "leftOut",
                        Long.class,
                        cells.stream().map(cell -> counts.get(cell).leftOut).toList())
                .execute();
        counts.clear();
    }

    /** The cohorts that the roll-up counts. */
    List<String> cohorts(PointInTime moment) {
        return bind(database.createQuery(COHORTS), moment).mapTo(String.class).list();
    }

    /**
     * Lists the differences between roll-up and recount.
     *
     * @param cohort null for all
     * @param judging cohorts that are being judged by a changed catalogue: progress-service publishes again which of
     *     their completions count
     */
    List<RecountResult.Difference> differences(PointInTime moment, String cohort, Set<String> judging) {
        store();
        return bind(database.createQuery(DIFFERENCES), moment)
                .bind("cohort", cohort)
                .bindArray("judging", String.class, judging)
                .bind("limit", RecountResult.MOST)
                .map((row, context) -> difference(row))
                .list();
    }

    private static Query bind(Query query, PointInTime moment) {
        return query.bind("batch", moment.batch()).bind("on", moment.on().toString());
    }

    private static RecountResult.Difference difference(ResultSet row) throws SQLException {
        return RecountResult.Difference.of(
                new RecountedCell(
                        row.getString("measure"),
                        row.getString("cohort"),
                        row.getString("grain"),
                        row.getString("place"),
                        row.getObject("day", LocalDate.class)),
                row.getLong("figure"),
                row.getLong("recount"));
    }
}
