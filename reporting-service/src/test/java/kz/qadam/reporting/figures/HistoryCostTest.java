package kz.qadam.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.database.Database;
import kz.qadam.reporting.Cost;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.rollup.Grain;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A question costs as much as its answer is large, however much has happened before and since. */
@ReportingTest
class HistoryCostTest {

    /** Each of 100 days has one row at any batch; each batch replaces the next day's. Long before all real batches. */
    private static final String HISTORY = """
            insert into rollup_cell (measure, cohort, grain, place, day, cause, from_batch, to_batch, count)
            select 'trained', :cohort, :grain, :place, date '2026-01-01' + day, 'report', :first + 100 * version + day,
                   case when version = :versions - 1 then 9223372036854775807 else :first + 100 * version + day + 100 end,
                   version + 1
              from generate_series(0, 99) as day, generate_series(0, :versions - 1) as version
             order by version, day
            """;

    private static final long FIRST = -1_000_000_000;
    private static final int SOME = 20;

    private final String cohort = "cost-" + UUID.randomUUID();

    @Inject
    Database database;

    @AfterEach
    void forget() {
        database.transaction(handle -> handle.execute("delete from rollup_cell where cohort = ?", cohort));
    }

    @Test
    void ten_times_the_history_makes_no_figure_dearer() {
        costsNoMore("nation", "", handle -> Counts.query(handle, "cohort", Grain.NATION, List.of(cohort), moment()));
    }

    @Test
    void ten_times_the_history_makes_no_breakdown_dearer() {
        costsNoMore(
                "region", "KZ-75", handle -> Counts.query(handle, "place", Grain.REGION, List.of(cohort), moment()));
    }

    @Test
    void ten_times_the_history_makes_no_series_dearer() {
        costsNoMore(
                "institution",
                "school-42",
                handle -> Series.query(handle, moment(), List.of(cohort), Series.Place.of(null, "school-42")));
    }

    private void costsNoMore(String grain, String place, Function<Handle, Query> question) {
        long before = withHistory(grain, place, SOME, question);
        forget();

        long after = withHistory(grain, place, 10 * SOME, question);

        assertThat(after).isLessThan(2 * before + 20);
    }

    private long withHistory(String grain, String place, int versions, Function<Handle, Query> question) {
        database.transaction(handle -> handle.createUpdate(HISTORY)
                .bind("cohort", cohort)
                .bind("grain", grain)
                .bind("place", place)
                .bind("first", FIRST)
                .bind("versions", versions)
                .execute());
        database.transaction(handle -> handle.execute("analyze rollup_cell"));
        return database.transaction(handle -> Cost.pages(handle, question));
    }

    /** In the middle of the shorter history. */
    private static Moment moment() {
        return new Moment(FIRST + 100L * SOME / 2, null, LocalDate.of(2027, 1, 1), null, false, true);
    }
}
