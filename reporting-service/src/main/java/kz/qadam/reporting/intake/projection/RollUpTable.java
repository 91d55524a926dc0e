package kz.qadam.reporting.intake.projection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.CellPart;
import kz.qadam.reporting.rollup.Measure;
import kz.qadam.reporting.rollup.fact.Cause;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rows of the roll-up. Each has all measures of a member on a day, since most events change several of them. */
final class RollUpTable {

    static final List<String> NAMES = List.of("rollup_cell", "rollup_cell_past");

    /** The key of a row. The column {@code grain} holds the dimension, {@code place} the member. */
    private record Row(String dimension, String cohort, String member, LocalDate day, Cause cause) {

        static Row of(CellPart one) {
            Cell cell = one.cell();
            return new Row(cell.dimension().code(), cell.cohort(), cell.member(), cell.day(), one.cause());
        }
    }

    private static final TableColumns<Row> COLUMNS =
            TableColumns.of(Row.class, Map.of("dimension", "grain", "member", "place"));

    /**
     * Updates a row in place and keeps its former state in the table of past rows. The lateral join looks up each row
     * by index, so that wrong statistics of the planner cannot lead to a scan of the whole table.
     */
    private static final String CHANGE = """
            with change as (
                select * from unnest({keys}, {arrays}) as one ({key}, {measures})),
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
            """.replace("{key}", COLUMNS.names())
            .replace("{keys}", COLUMNS.list(":%s"))
            .replace("{arrays}", Measure.sql(":%s::int[]", ", "))
            .replace("{sums}", Measure.sql("%1$s = cell.%1$s + change.%1$s", ", "))
            .replace("{measures}", Measure.COLUMNS);

    /** Neighbouring rows are on the same page of the index. */
    private static final Comparator<Row> INDEX_ORDER = Comparator.comparing(Row::dimension)
            .thenComparing(Row::cohort)
            .thenComparing(Row::member)
            .thenComparing(Row::day);

    private RollUpTable() {}

    static void change(Handle database, long batch, Map<CellPart, Long> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<Map.Entry<Row, Map<Measure, Long>>> rows = rows(changes);
        Update update = COLUMNS.bind(
                database.createUpdate(CHANGE).bind("batch", batch),
                rows.stream().map(Map.Entry::getKey).toList());
        for (Measure measure : Measure.values()) {
            update.bindArray(
                    measure.code(),
                    Long.class,
                    rows.stream()
                            .map(row -> row.getValue().getOrDefault(measure, 0L))
                            .toList());
        }
        update.execute();
    }

    private static List<Map.Entry<Row, Map<Measure, Long>>> rows(Map<CellPart, Long> changes) {
        Map<Row, Map<Measure, Long>> rows = new HashMap<>();
        changes.forEach((one, by) -> rows.computeIfAbsent(Row.of(one), row -> new EnumMap<>(Measure.class))
                .put(one.cell().measure(), by));
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(INDEX_ORDER))
                .toList();
    }
}
