package kz.qadam.reporting.projection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.qadam.reporting.fact.Cause;
import kz.qadam.reporting.rollup.Attributed;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.Grain;
import kz.qadam.reporting.rollup.Measure;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The roll-up's rows: each has all measures of a place on a day, since what happens there mostly changes several. */
final class Cells {

    /**
     * A row is changed where it stands, and what it was until now is kept. Each is looked for by itself, as whatever the
     * planner believes of the table's size must not make it read all of it.
     */
    private static final String CHANGE = """
            with change as (
                select * from unnest(:grain, :cohort, :place, :day, :cause, :trained::int[], :completions::int[],
                        :completed::int[], :enrolled::int[], :people::int[])
                    as one (grain, cohort, place, day, cause, trained, completions, completed, enrolled, people)),
            was as (
                update rollup_cell cell
                   set from_batch = :batch, trained = cell.trained + change.trained,
                       completions = cell.completions + change.completions,
                       completed = cell.completed + change.completed, enrolled = cell.enrolled + change.enrolled,
                       people = cell.people + change.people
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
                insert into rollup_cell_past (grain, cohort, place, day, cause, from_batch, to_batch, trained,
                       completions, completed, enrolled, people)
                select grain, cohort, place, day, cause, from_batch, :batch, trained, completions, completed, enrolled,
                       people
                  from was)
            insert into rollup_cell (grain, cohort, place, day, cause, from_batch, trained, completions, completed,
                   enrolled, people)
            select grain, cohort, place, day, cause, :batch, trained, completions, completed, enrolled, people
              from change
             where not exists (
                   select from was
                    where was.grain = change.grain and was.cohort = change.cohort and was.place = change.place
                      and was.day = change.day and was.cause = change.cause)
            """;

    /** Neighbours are found on the same page. */
    private static final Comparator<Row> IN_THE_ORDER_OF_THE_INDEX = Comparator.comparing(
                    (Row row) -> row.grain().code())
            .thenComparing(Row::cohort)
            .thenComparing(Row::place)
            .thenComparing(Row::day);

    private record Row(Grain grain, String cohort, String place, LocalDate day, Cause cause) {

        static Row of(Attributed one) {
            Cell cell = one.cell();
            return new Row(cell.grain(), cell.cohort(), cell.place(), cell.day(), one.cause());
        }
    }

    private Cells() {}

    static void change(Handle database, long batch, Map<Attributed, Long> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Update update = database.createUpdate(CHANGE).bind("batch", batch);
        Columns<Map.Entry<Row, Map<Measure, Long>>> columns = new Columns<>(update, rows(changes))
                .text("grain", of(row -> row.grain().code()))
                .text("cohort", of(Row::cohort))
                .text("place", of(Row::place))
                .day("day", of(Row::day))
                .text("cause", of(row -> row.cause().code()));
        for (Measure measure : Measure.values()) {
            columns.whole(measure.code(), row -> row.getValue().getOrDefault(measure, 0L));
        }
        update.execute();
    }

    private static List<Map.Entry<Row, Map<Measure, Long>>> rows(Map<Attributed, Long> changes) {
        Map<Row, Map<Measure, Long>> rows = new HashMap<>();
        changes.forEach((one, by) -> rows.computeIfAbsent(Row.of(one), row -> new EnumMap<>(Measure.class))
                .put(one.cell().measure(), by));
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(IN_THE_ORDER_OF_THE_INDEX))
                .toList();
    }

    private static <T> Function<Map.Entry<Row, Map<Measure, Long>>, T> of(Function<Row, T> member) {
        return row -> member.apply(row.getKey());
    }
}
