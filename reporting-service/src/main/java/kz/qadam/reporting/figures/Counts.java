package kz.qadam.reporting.figures;

import java.util.HashMap;
import java.util.Map;
import kz.qadam.reporting.asof.Moment;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What the roll-up counts for one cohort, region or institution. */
record Counts(long trained, long completions, long enrolled, long recent, long people) {

    static final Counts NOTHING = new Counts(0, 0, 0, 0, 0);

    /**
     * Rows still known and rows closed since are read by one statement, so that a batch that commits meanwhile moves none
     * from one to the other unseen.
     */
    private static final String NATIONAL = """
            select cohort as key, measure, sum(count) as count,
                   sum(count) filter (where day > :on::date - 90) as recent
              from (select cohort, measure, day, count from rollup_cell
                     where to_batch = 9223372036854775807 and region = '' and institution = '' and from_batch <= :batch
                    union all
                    select cohort, measure, day, count from rollup_cell
                     where to_batch < 9223372036854775807 and region = '' and institution = ''
                       and int8range(from_batch, to_batch) @> :batch) as known
             where day <= :on::date
             group by cohort, measure
            """;

    private static final String BY_REGION = """
            select region as key, measure, sum(count) as count, 0 as recent
              from (select region, cohort, measure, day, count from rollup_cell
                     where to_batch = 9223372036854775807 and region <> '' and institution = ''
                       and measure = any(:measures) and cohort = any(:cohorts) and from_batch <= :batch
                    union all
                    select region, cohort, measure, day, count from rollup_cell
                     where to_batch < 9223372036854775807 and region <> '' and institution = ''
                       and int8range(from_batch, to_batch) @> :batch) as known
             where day <= :on::date and measure = any(:measures) and cohort = any(:cohorts)
             group by region, measure
            """;

    private static final String BY_INSTITUTION = """
            select institution as key, measure, sum(count) as count, 0 as recent
              from (select institution, cohort, measure, day, count from rollup_cell
                     where to_batch = 9223372036854775807 and institution <> ''
                       and measure = any(:measures) and cohort = any(:cohorts) and from_batch <= :batch
                    union all
                    select institution, cohort, measure, day, count from rollup_cell
                     where to_batch < 9223372036854775807 and institution <> ''
                       and int8range(from_batch, to_batch) @> :batch) as known
             where day <= :on::date and measure = any(:measures) and cohort = any(:cohorts)
             group by institution, measure
            """;

    private record Row(String key, String measure, long count, long recent) {}

    /** By cohort; under the empty code what is counted over all. */
    static Map<String, Counts> national(Handle database, Moment moment) {
        return read(database.createQuery(NATIONAL), moment);
    }

    static Map<String, Counts> by(Handle database, Breakdown.By by, Iterable<String> cohorts, Moment moment) {
        var query = database.createQuery(by == Breakdown.By.REGION ? BY_REGION : BY_INSTITUTION)
                .bindArray("measures", String.class, "trained", "completions", "enrolled")
                .bindArray("cohorts", String.class, cohorts);
        return read(query, moment);
    }

    private static Map<String, Counts> read(Query query, Moment moment) {
        Map<String, Counts> all = new HashMap<>();
        query.bind("batch", moment.batch())
                .bind("on", moment.on().toString())
                .map((row, context) -> new Row(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .forEach(row -> all.merge(row.key(), of(row), Counts::plus));
        return all;
    }

    private static Counts of(Row row) {
        return switch (row.measure()) {
            case "trained" -> new Counts(row.count(), 0, 0, row.recent(), 0);
            case "completions" -> new Counts(0, row.count(), 0, 0, 0);
            case "enrolled" -> new Counts(0, 0, row.count(), 0, 0);
            case "people" -> new Counts(0, 0, 0, 0, row.count());
            default -> NOTHING;
        };
    }

    Counts plus(Counts other) {
        return new Counts(
                trained + other.trained,
                completions + other.completions,
                enrolled + other.enrolled,
                recent + other.recent,
                people + other.people);
    }
}
