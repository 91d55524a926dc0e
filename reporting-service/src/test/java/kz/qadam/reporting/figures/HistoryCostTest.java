package kz.qadam.reporting.figures;

import static kz.qadam.reporting.DatabaseFixture.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.database.Database;
import kz.qadam.reporting.QueryCost;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.rollup.Dimension;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterEach;
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

    private static final String OPEN_SINCE = """
            select exists (select from pg_stat_activity
                            where datname = current_database() and backend_xmin is not null and xact_start < :since)
            """;

    private static final long FIRST = -1_000_000_000;
    private static final int SOME = 20;
    private static final List<String> TABLES = List.of("rollup_cell", "rollup_cell_past");

    private final String cohort = "cost-" + UUID.randomUUID();

    @Inject
    Database database;

    /** With vacuum, so that no other question has to skip what was deleted, nor the first one what earlier tests left. */
    @AfterEach
    void forget() {
        for (String table : TABLES) {
            execute("delete from %s where cohort = '%s'".formatted(table, cohort));
        }
        awaitEarlierTransactions();
        TABLES.forEach(table -> execute("vacuum " + table));
    }

    /** What a transaction that began earlier could still see is not vacuumed. */
    private void awaitEarlierTransactions() {
        OffsetDateTime deleted = one("select clock_timestamp()", OffsetDateTime.class, Map.of());
        await().until(() -> one(OPEN_SINCE, Boolean.class, Map.of("since", deleted)), is(false));
    }

    private <T> T one(String sql, Class<T> type, Map<String, ?> parameters) {
        return database.transaction(handle ->
                handle.createQuery(sql).bindMap(parameters).mapTo(type).one());
    }

    @Test
    void ten_times_the_history_makes_no_figure_dearer() {
        costsNoMore(
                "nation", "", handle -> DailyCounts.query(handle, pointInTime().batch()));
    }

    @Test
    void ten_times_the_history_makes_no_breakdown_dearer() {
        costsNoMore(
                "region", "KZ-75", handle -> Counts.query(handle, Dimension.REGION, List.of(cohort), pointInTime()));
    }

    @Test
    void ten_times_the_history_makes_no_series_dearer() {
        costsNoMore(
                "institution",
                "school-42",
                handle -> Series.query(handle, pointInTime(), List.of(cohort), Series.Scope.of(null, "school-42")));
    }

    private void costsNoMore(String dimension, String member, Function<Handle, Query> question) {
        forget();
        long others = pages(question);
        long before = withHistory(dimension, member, SOME, question) - others;
        forget();

        long after = withHistory(dimension, member, 10 * SOME, question) - others;

        assertThat(after).isLessThan(2 * before + 20);
    }

    private long withHistory(String dimension, String member, int versions, Function<Handle, Query> question) {
        database.transaction(handle -> handle.createUpdate(HISTORY)
                .bind("cohort", cohort)
                .bind("grain", dimension)
                .bind("place", member)
                .bind("first", FIRST)
                .bind("versions", versions)
                .execute());
        return pages(question);
    }

    private long pages(Function<Handle, Query> question) {
        execute("analyze " + String.join(", ", TABLES));
        return database.transaction(handle -> QueryCost.pages(handle, question));
    }

    /** In the middle of the shorter history. */
    private static PointInTime pointInTime() {
        return new PointInTime(FIRST + 100L * SOME / 2, null, LocalDate.of(2027, 1, 1), null, false, false, true);
    }
}
