package kz.qadam.reporting.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.Grain;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What the roll-up counts for one cohort, or one place of a grain. */
record Counts(long trained, long completions, long completed, long enrolled, long recent, long people) {

    static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0);

    /**
     * Rows still known and rows closed since are read by one statement, so that a batch that commits meanwhile moves none
     * from one to the other unseen. The grain stands in the text, since each has indexes of its own.
     */
    private static final String SUM = """
            select %1$s as key, measure, sum(count) as count,
                   coalesce(sum(count) filter (where day > :on::date - 90), 0) as recent
              from (select cohort, place, measure, day, count from rollup_cell
                     where to_batch = 9223372036854775807 and grain = '%2$s'
                       and measure = any(:measures) and cohort = any(:cohorts) and from_batch <= :batch
                    union all
                    select cohort, place, measure, day, count from rollup_cell
                     where to_batch < 9223372036854775807 and grain = '%2$s'
                       and measure = any(:measures) and cohort = any(:cohorts)
                       and int8range(from_batch, to_batch) @> :batch) as known
             where day <= :on::date
             group by 1, 2
            """;

    private static final List<String> MEASURES = List.of("trained", "completions", "completed", "enrolled", "people");

    private record Row(String key, String measure, long count, long recent) {

        Counts counts() {
            return switch (measure) {
                case "trained" -> new Counts(count, 0, 0, 0, recent, 0);
                case "completions" -> new Counts(0, count, 0, 0, 0, 0);
                case "completed" -> new Counts(0, 0, count, 0, 0, 0);
                case "enrolled" -> new Counts(0, 0, 0, count, 0, 0);
                case "people" -> new Counts(0, 0, 0, 0, 0, count);
                default -> NOTHING;
            };
        }
    }

    /** National, by cohort; under {@link Cell#ALL} what is counted over all. */
    static Map<String, Counts> national(Handle database, Collection<String> cohorts, Moment moment) {
        List<String> all = new ArrayList<>(cohorts);
        all.add(Cell.ALL);
        return read(query(database, "cohort", Grain.NATION, all, moment));
    }

    /** By place. */
    static Map<String, Counts> by(Handle database, Grain grain, Collection<String> cohorts, Moment moment) {
        return read(query(database, "place", grain, cohorts, moment));
    }

    /** The question of one grain, by cohort or by place. */
    static Query query(Handle database, String key, Grain grain, Collection<String> cohorts, Moment moment) {
        return database.createQuery(SUM.formatted(key, grain.code()))
                .bindArray("measures", String.class, MEASURES)
                .bindArray("cohorts", String.class, cohorts)
                .bind("batch", moment.batch())
                .bind("on", moment.on().toString());
    }

    private static Map<String, Counts> read(Query query) {
        Map<String, Counts> all = new HashMap<>();
        query.map((row, context) -> new Row(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .forEach(row -> all.merge(row.key(), row.counts(), Counts::plus));
        return all;
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
