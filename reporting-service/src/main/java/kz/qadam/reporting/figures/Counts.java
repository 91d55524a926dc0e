package kz.qadam.reporting.figures;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.RollUp;
import kz.qadam.reporting.rollup.Grain;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What the roll-up counts for one cohort, or one place of a grain.
 *
 * @param recent how many of the trained were so in the last 90 days
 */
record Counts(long trained, long completions, long completed, long enrolled, long recent, long people) {

    static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0);

    private static final String SUM = """
            select place, sum(trained), sum(completions), sum(completed), sum(enrolled),
                   coalesce(sum(trained) filter (where day > :on::date - 90), 0), sum(people)
              from %s as known
             where cohort = any(:cohorts) and day <= :on::date
             group by 1
            """;

    /** By place. */
    static Map<String, Counts> by(Handle database, Grain grain, Collection<String> cohorts, PointInTime moment) {
        return read(query(database, grain, cohorts, moment));
    }

    static Query query(Handle database, Grain grain, Collection<String> cohorts, PointInTime moment) {
        return database.createQuery(SUM.formatted(RollUp.at(grain.code(), ":batch")))
                .bindArray("cohorts", String.class, cohorts)
                .bind("batch", moment.batch())
                .bind("on", moment.on().toString());
    }

    private static Map<String, Counts> read(Query query) {
        Map<String, Counts> all = new HashMap<>();
        query.map((row, context) -> Map.entry(
                        row.getString(1),
                        new Counts(
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7))))
                .forEach(row -> all.put(row.getKey(), row.getValue()));
        return all;
    }

    Counts withRecent(long other) {
        return new Counts(trained, completions, completed, enrolled, other, people);
    }

    Counts plus(Counts other) {
        return new Counts(
                trained + other.trained,
                completions + other.completions,
                completed + other.completed,
                enrolled + other.enrolled,
                recent + other.recent,
                people + other.people);
    }
}
