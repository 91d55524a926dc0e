package kz.qadam.reporting.asof;

import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;

/** SQL for the rows of the roll-up as they were known at a batch. */
public final class KnownRollUp {

    /**
     * One statement reads current and past rows, so that no row is missed while a batch that commits moves it from one
     * table to the other. {@code offset 0} makes PostgreSQL use the index for one duration after another; without it,
     * the planner may choose a join that reads all past rows.
     */
    private static final String KNOWN = """
            (select cohort, place, day, cause, %3$s from rollup_cell
              where grain = '%1$s' and from_batch <= %2$s
             union all
             select cohort, place, day, cause, %3$s
               from generate_series(1, 40) as duration (digits)
              cross join lateral (
                    select * from rollup_cell_past
                     where grain = '%1$s' and lasted = digits and from_batch <= %2$s
                       and to_batch > %2$s and to_batch <= %2$s + (1::bigint << digits) offset 0) as past)
            """;

    private KnownRollUp() {}

    /**
     * The rows of one dimension, for a {@code from}.
     *
     * @param dimension written into the text and not bound, so that PostgreSQL plans for this dimension
     * @param batch the batch in SQL, such as {@code :batch}
     */
    public static String at(Dimension dimension, String batch) {
        return KNOWN.formatted(dimension.code(), batch, Measure.COLUMNS);
    }
}
