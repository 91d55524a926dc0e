package kz.qadam.reporting.asof;

import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;

/** The roll-up as it was known at a batch, as part of a statement. */
public final class RollUp {

    /**
     * Rows of today and rows of the past come from one statement, so that a batch that commits meanwhile moves none from
     * one to the other unseen. {@code offset 0} has the past looked through one duration after another: taken as a join,
     * PostgreSQL may prefer to read all that ever was.
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

    private RollUp() {}

    /**
     * The rows of one dimension, for a {@code from}.
     *
     * @param dimension in the text and not bound, so that the plan is made for it
     * @param batch a number in SQL, such as {@code :batch}
     */
    public static String at(Dimension dimension, String batch) {
        return KNOWN.formatted(dimension.code(), batch, Measure.COLUMNS);
    }
}
