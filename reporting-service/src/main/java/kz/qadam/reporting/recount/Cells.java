package kz.qadam.reporting.recount;

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
 * Holds what was counted against the rows of the roll-up, one by one, so that every altered row is found and named. Both
 * have as many rows as there are places and days: they are added up in the database, in a table that is gone when the
 * transaction ends, and only so many are in memory.
 */
final class Cells {

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

    /** What the roll-up says. */
    private static final String FIGURES = """
            select measure collate "C" as measure, cohort, grain, place, day, count
              from (select grain, cohort, place, day, trained, completions, completed, enrolled, people
                      from rollup_cell where from_batch <= :batch and day <= :on::date
                    union all
                    select grain, cohort, place, day, trained, completions, completed, enrolled, people
                      from rollup_cell_past where from_batch <= :batch and to_batch > :batch and day <= :on::date)
                   as known
             cross join lateral (values ('trained', trained), ('completions', completions), ('completed', completed),
                   ('enrolled', enrolled), ('people', people)) as measured (measure, count)
             where count <> 0
            """;

    private static final String COHORTS =
            "select distinct cohort from (" + FIGURES + ") as figure where cohort <> '' order by cohort";

    /** A place whose days differ though their sum does not is named by each of these days. */
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
    private final Map<Place, Counts> counts = new HashMap<>();

    Cells(Handle database) {
        this(database, MOST_IN_MEMORY);
    }

    /** @param most how many are kept in memory */
    Cells(Handle database, int most) {
        this.database = database;
        this.most = most;
        database.execute(CREATE);
    }

    /** Something was found in a place. */
    void found(Place place) {
        at(place).recount++;
    }

    /** The roll-up counts something there that is not settled yet. */
    void leftOut(Place place) {
        at(place).leftOut++;
    }

    /** How many are in memory just now. */
    int inMemory() {
        return counts.size();
    }

    private Counts at(Place place) {
        if (counts.size() >= most && !counts.containsKey(place)) {
            store();
        }
        return counts.computeIfAbsent(place, key -> new Counts());
    }

    private void store() {
        List<Place> places = new ArrayList<>(counts.keySet());
        database.createUpdate(ADD)
                .bindArray(
                        "measures",
                        String.class,
                        places.stream().map(Place::measure).toList())
                .bindArray(
                        "cohorts",
                        String.class,
                        places.stream().map(Place::cohort).toList())
                .bindArray(
                        "grains",
                        String.class,
                        places.stream().map(Place::grain).toList())
                .bindArray(
                        "places", String.class, places.stream().map(Place::code).toList())
                .bindArray(
                        "days",
                        String.class,
                        places.stream().map(place -> place.day().toString()).toList())
                .bindArray(
                        "recounts",
                        Long.class,
                        places.stream().map(place -> counts.get(place).recount).toList())
                .bindArray(
                        "leftOut",
                        Long.class,
                        places.stream().map(place -> counts.get(place).leftOut).toList())
                .execute();
        counts.clear();
    }

    /** The cohorts that the roll-up knows. */
    List<String> cohorts(PointInTime moment) {
        return bind(database.createQuery(COHORTS), moment).mapTo(String.class).list();
    }

    /**
     * Where the two differ.
     *
     * @param cohort null for all
     * @param judging cohorts that are being judged by a changed catalogue: which completions count is told anew
     */
    List<Recounted.Difference> differences(PointInTime moment, String cohort, Set<String> judging) {
        store();
        return bind(database.createQuery(DIFFERENCES), moment)
                .bind("cohort", cohort)
                .bindArray("judging", String.class, judging)
                .bind("limit", Recounted.MOST)
                .map((row, context) -> difference(row))
                .list();
    }

    private static Query bind(Query query, PointInTime moment) {
        return query.bind("batch", moment.batch()).bind("on", moment.on().toString());
    }

    private static Recounted.Difference difference(ResultSet row) throws SQLException {
        String cohort = row.getString("cohort");
        String grain = row.getString("grain");
        String place = row.getString("place");
        return new Recounted.Difference(
                cohort.isEmpty() ? null : cohort,
                row.getString("measure"),
                grain.equals("region") ? place : null,
                grain.equals("institution") ? place : null,
                grain.equals("course") ? place : null,
                grain.equals("area") ? place : null,
                row.getObject("day", LocalDate.class),
                row.getLong("figure"),
                row.getLong("recount"));
    }
}
