package kz.qadam.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.local.QadamBackends;
import kz.qadam.reporting.QueryCost;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.rollup.Dimension;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;

/** The cost of a question depends on the size of its answer, and not on the length of the history. */
@ReportingTest
class HistoryCostTest {

    /** Each of 100 days has one row at any batch; each batch replaces the next day's. Long before all real batches. */
    private static final String HISTORY = """
            with history as (
                select date '2026-01-01' + day as day, :first + 100 * version + day as from_batch, version
                  from generate_series(0, 99) as day, generate_series(0, :versions - 1) as version
                 order by version, day),
            today as (
                insert into rollup_cell (grain, cohort, place, day, cause, from_batch,
                    trained, completions, completed, enrolled, people)
                select :grain, :cohort, :place, day, 'report', from_batch, version + 1, 0, 0, 0, 0 from history
                 where version = :versions - 1)
            insert into rollup_cell_past (grain, cohort, place, day, cause, from_batch, to_batch,
                trained, completions, completed, enrolled, people)
            select :grain, :cohort, :place, day, 'report', from_batch, from_batch + 100, version + 1, 0, 0, 0, 0
              from history
             where version < :versions - 1
            """;

    /** A copy without rows hides the table from the connection until the transaction ends. */
    private static final String EMPTY = "create temporary table %1$s (like public.%1$s including all) on commit drop";

    private static final long FIRST = -1_000_000_000;
    private static final int SOME = 20;
    private static final List<String> TABLES = List.of("rollup_cell", "rollup_cell_past");

    private final String cohort = "cost-" + UUID.randomUUID();

    @Test
    void ten_times_the_history_makes_no_figure_dearer() {
        costsNoMore(
                "nation", "", handle -> DailyCounts.query(handle, pointInTime().batch()));
    }

    @Test
    void ten_times_the_history_makes_no_breakdown_dearer() {
        costsNoMore(
                "region",
                "KZ-75",
                handle -> ExactCells.query(handle, Dimension.REGION, List.of(cohort), pointInTime()));
    }

    @Test
    void ten_times_the_history_makes_no_series_dearer() {
        costsNoMore(
                "institution",
                "school-42",
                handle ->
                        ExactSeries.query(handle, pointInTime(), List.of(cohort), Series.Scope.of(null, "school-42")));
    }

    private void costsNoMore(String dimension, String member, Function<Handle, Query> question) {
        long before = pages(dimension, member, SOME, question);

        long after = pages(dimension, member, 10 * SOME, question);

        assertThat(after).isLessThan(2 * before);
    }

    private long pages(String dimension, String member, int versions, Function<Handle, Query> question) {
        return Jdbi.create(QadamBackends.database()::connect).inTransaction(handle -> {
            TABLES.forEach(table -> handle.execute(EMPTY.formatted(table)));
            handle.createUpdate(HISTORY)
                    .bind("cohort", cohort)
                    .bind("grain", dimension)
                    .bind("place", member)
                    .bind("first", FIRST)
                    .bind("versions", versions)
                    .execute();
            handle.execute("analyze " + String.join(", ", TABLES));
            return QueryCost.pages(handle, question);
        });
    }

    /** In the middle of the shorter history. */
    private static PointInTime pointInTime() {
        return new PointInTime(FIRST + 100L * SOME / 2, null, LocalDate.of(2027, 1, 1), null, false, false, true);
    }
}
