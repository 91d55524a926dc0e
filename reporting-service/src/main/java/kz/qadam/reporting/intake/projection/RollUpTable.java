package kz.qadam.reporting.intake.projection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.CellByCause;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import kz.qadam.reporting.rollup.fact.Cause;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rows of the roll-up. Each has all measures of a member on a day, since most events change several of them. */
final class RollUpTable {

    private static final String KEY = "grain, cohort, place, day, cause";

    /**
     * Updates a row in place and keeps its former state in the table of past rows. The lateral join looks up each row
     * by index, so that wrong statistics of the planner cannot lead to a scan of the whole table.
     */
    private static final String CHANGE = """
            with change as (
                select * from unnest(:grain, :cohort, :place, :day, :cause, {arrays}) as one ({key}, {measures})),
            was as (
                update rollup_cell cell set from_batch = :batch, {sums}
                  from change
                 cross join lateral (
                       select rollup_cell.ctid as place_in_table, * from rollup_cell
                        where rollup_cell.grain = change.grain and rollup_cell.cohort = change.cohort
                          and rollup_cell.place = change.place and rollup_cell.day = change.day
                          and rollup_cell.cause = change.cause
                        limit 1) as old
                 where cell.ctid = old.place_in_table
                returning old.*),
            kept as (
                insert into rollup_cell_past ({key}, from_batch, to_batch, {measures})
                select {key}, from_batch, :batch, {measures} from was)
            insert into rollup_cell ({key}, from_batch, {measures})
            select {key}, :batch, {measures}
              from change
             where not exists (
                   select from was
                    where was.grain = change.grain and was.cohort = change.cohort and was.place = change.place
                      and was.day = change.day and was.cause = change.cause)
            """.replace("{key}", KEY)
            .replace("{arrays}", Measure.sql(":%s::int[]", ", "))
            .replace("{sums}", Measure.sql("%1$s = cell.%1$s + change.%1$s", ", "))
            .replace("{measures}", Measure.COLUMNS);

    /** Neighbouring rows are on the same page of the index. */
    private static final Comparator<Row> INDEX_ORDER = Comparator.comparing(
                    (Row row) -> row.dimension().code())
            .thenComparing(Row::cohort)
            .thenComparing(Row::member)
            .thenComparing(Row::day);

    private record Row(Dimension dimension, String cohort, String member, LocalDate day, Cause cause) {

        static Row of(CellByCause one) {
            Cell cell = one.cell();
            return new Row(cell.dimension(), cell.cohort(), cell.member(), cell.day(), one.cause());
        }
    }

    private RollUpTable() {}

    static void change(Handle database, long batch, Map<CellByCause, Long> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Update update = database.createUpdate(CHANGE).bind("batch", batch);
        ArrayColumns<Map.Entry<Row, Map<Measure, Long>>> columns = new ArrayColumns<>(update, rows(changes))
                .text("grain", of(row -> row.dimension().code()))
                .text("cohort", of(Row::cohort))
                .text("place", of(Row::member))
                .day("day", of(Row::day))
                .text("cause", of(row -> row.cause().code()));
        for (Measure measure : Measure.values()) {
            columns.whole(measure.code(), row -> row.getValue().getOrDefault(measure, 0L));
        }
        update.execute();
    }

    private static List<Map.Entry<Row, Map<Measure, Long>>> rows(Map<CellByCause, Long> changes) {
        Map<Row, Map<Measure, Long>> rows = new HashMap<>();
        changes.forEach((one, by) -> rows.computeIfAbsent(Row.of(one), row -> new EnumMap<>(Measure.class))
                .put(one.cell().measure(), by));
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(INDEX_ORDER))
                .toList();
    }

    private static <T> Function<Map.Entry<Row, Map<Measure, Long>>, T> of(Function<Row, T> part) {
        return row -> part.apply(row.getKey());
    }
}
