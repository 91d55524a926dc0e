package kz.qadam.reporting.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import kz.qadam.reporting.asof.KnownRollUp;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The counts of the roll-up by day, of the nation or of a region, as known at a batch. They are read once for the
 * figures of a day and for the history that a forecast learns from.
 *
 * @param days by cohort; under {@link Cell#ALL} the counts over all cohorts
 */
record DailyCounts(Map<String, NavigableMap<LocalDate, Counts>> days) {

    /** The columns that {@link #read} reads. */
    static final String SUMS = Measure.sql("sum(%s)", ", ");

    static final DailyCounts UNKNOWN = new DailyCounts(Map.of());

    private static final NavigableMap<LocalDate, Counts> NO_DAYS = new TreeMap<>();

    private static final String DAYS = """
            select cohort, day, %s
              from %s as known
             where place = :place
             group by cohort, day
            """;

    private static final String BATCH = """
            select number from intake_batch where instant < :before order by instant desc limit 1
            """;

    private record Day(String cohort, LocalDate day, Counts counts) {}

    static DailyCounts ofNation(Handle database, long batch) {
        return read(query(database, batch));
    }

    static DailyCounts ofRegion(Handle database, long batch, String region) {
        return read(query(database, batch, Dimension.REGION, region));
    }

    private static DailyCounts read(Query query) {
        Map<String, NavigableMap<LocalDate, Counts>> all = new HashMap<>();
        query.map((row, context) -> new Day(row.getString(1), row.getObject(2, LocalDate.class), read(row, 3)))
                .forEach(one -> all.computeIfAbsent(one.cohort(), cohort -> new TreeMap<>())
                        .put(one.day(), one.counts()));
        return new DailyCounts(all);
    }

    /** @param first the first of the columns of {@link #SUMS} */
    static Counts read(ResultSet row, int first) throws SQLException {
        Map<Measure, Long> counts = new EnumMap<>(Measure.class);
        int column = first;
        for (Measure measure : Measure.values()) {
            counts.put(measure, row.getLong(column++));
        }
        return Counts.of(counts);
    }

    static Query query(Handle database, long batch) {
        return query(database, batch, Dimension.NATION, Cell.ALL);
    }

    private static Query query(Handle database, long batch, Dimension dimension, String member) {
        return database.createQuery(DAYS.formatted(SUMS, KnownRollUp.at(dimension, ":batch")))
                .bind("batch", batch)
                .bind("place", member);
    }

    /** The newest batch before an instant; 0 if there was none. */
    static long batchBy(Handle database, Instant before) {
        return database.createQuery(BATCH)
                .bind("before", before)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** The counts of a cohort by the end of a day. */
    Counts counts(String cohort, LocalDate on) {
        return days.getOrDefault(cohort, NO_DAYS).headMap(on, true).values().stream()
                .reduce(Counts.ZERO, Counts::plus);
    }

    /** How many people were trained in the recent days before the end of a day. */
    long recentlyTrained(String cohort, LocalDate on) {
        return days
                .getOrDefault(cohort, NO_DAYS)
                .subMap(on.minusDays(Rates.RECENT_DAYS), false, on, true)
                .values()
                .stream()
                .mapToLong(Counts::trained)
                .sum();
    }

    /** How many people were trained on each day; days without any are left out. */
    NavigableMap<LocalDate, Long> trained(String cohort) {
        NavigableMap<LocalDate, Long> trained = new TreeMap<>();
        days.getOrDefault(cohort, NO_DAYS).forEach((day, counts) -> {
            if (counts.trained() > 0) {
                trained.put(day, counts.trained());
            }
        });
        return trained;
    }
}
