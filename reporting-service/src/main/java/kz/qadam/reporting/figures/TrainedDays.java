package kz.qadam.reporting.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import kz.qadam.reporting.asof.RollUp;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** How many were trained on each day, by cohort, as known at a batch. */
final class TrainedDays {

    private static final String DAYS = """
            select cohort, day, sum(trained) from %s as known group by cohort, day having sum(trained) > 0
            """.formatted(RollUp.at("nation", ":batch"));

    private static final String BATCH = """
            select number from intake_batch where instant < :before order by instant desc limit 1
            """;

    private record Day(String cohort, LocalDate day, long trained) {}

    private TrainedDays() {}

    static Map<String, NavigableMap<LocalDate, Long>> at(Handle database, long batch) {
        Map<String, NavigableMap<LocalDate, Long>> all = new HashMap<>();
        query(database, batch)
                .map((row, context) -> new Day(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3)))
                .forEach(one -> all.computeIfAbsent(one.cohort(), cohort -> new TreeMap<>())
                        .put(one.day(), one.trained()));
        return all;
    }

    static Query query(Handle database, long batch) {
        return database.createQuery(DAYS).bind("batch", batch);
    }

    /** The newest batch before an instant; 0 if there was none. */
    static long batchBy(Handle database, Instant before) {
        return database.createQuery(BATCH)
                .bind("before", before)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
