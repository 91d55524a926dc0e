package kz.qadam.reporting.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.RollUp;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The counts of each measure in the roll-up, for one cohort or one member of a dimension. */
final class Counts {

    /** The columns that {@link #read} reads. */
    static final String SUMS = Measure.sql("sum(%s)", ", ");

    static final Counts NOTHING = new Counts(new long[Measure.values().length]);

    private static final String BY_MEMBER = """
            select place, %s
              from %s as known
             where cohort = any(:cohorts) and day <= :on::date
             group by 1
            """;

    private final long[] byMeasure;

    private Counts(long[] byMeasure) {
        this.byMeasure = byMeasure;
    }

    /** The counts by member of a dimension; members without counts are left out. */
    static Map<String, Counts> by(Handle database, Dimension dimension, Collection<String> cohorts, PointInTime time) {
        Map<String, Counts> all = new HashMap<>();
        query(database, dimension, cohorts, time)
                .map((row, context) -> Map.entry(row.getString(1), read(row, 2)))
                .forEach(row -> all.put(row.getKey(), row.getValue()));
        all.values().removeIf(Counts::isZero);
        return all;
    }

    static Query query(Handle database, Dimension dimension, Collection<String> cohorts, PointInTime time) {
        return database.createQuery(BY_MEMBER.formatted(SUMS, RollUp.at(dimension, ":batch")))
                .bindArray("cohorts", String.class, cohorts)
                .bind("batch", time.batch())
                .bind("on", time.on().toString());
    }

    /** @param first the first of the columns of {@link #SUMS} */
    static Counts read(ResultSet row, int first) throws SQLException {
        long[] counts = new long[Measure.values().length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = row.getLong(first + i);
        }
        return new Counts(counts);
    }

    /** The measures have the same order here and in the columns of the statement. */
    @SuppressWarnings("EnumOrdinal")
    long of(Measure measure) {
        return byMeasure[measure.ordinal()];
    }

    Counts plus(Counts other) {
        long[] sums = byMeasure.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.byMeasure[i];
        }
        return new Counts(sums);
    }

    private boolean isZero() {
        return Arrays.stream(byMeasure).allMatch(count -> count == 0);
    }
}
