package kz.qadam.reporting.projection;

import java.util.Comparator;
import java.util.Map;
import kz.qadam.reporting.rollup.Attributed;
import kz.qadam.reporting.rollup.Cell;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The roll-up's rows. */
final class Cells {

    /** A row is closed before its successor is inserted, since the successor's count needs the closed one's. */
    private static final String CHANGE = """
            with change as (
                select * from unnest(:measure, :cohort, :grain, :place, :day::date[], :cause, :by)
                    as one (measure, cohort, grain, place, day, cause, by)),
            closed as (
                update rollup_cell cell set to_batch = :batch from change
                 where cell.measure = change.measure and cell.cohort = change.cohort and cell.grain = change.grain
                   and cell.place = change.place and cell.day = change.day and cell.cause = change.cause
                   and cell.to_batch = 9223372036854775807
                returning cell.measure, cell.cohort, cell.grain, cell.place, cell.day, cell.cause, cell.count)
            insert into rollup_cell (measure, cohort, grain, place, day, cause, from_batch, to_batch, count)
            select measure, cohort, grain, place, day, cause, :batch, 9223372036854775807,
                   change.by + coalesce(closed.count, 0)
              from change left join closed using (measure, cohort, grain, place, day, cause)
             where change.by + coalesce(closed.count, 0) <> 0
            """;

    /** Neighbours are found on the same page. */
    private static final Comparator<Map.Entry<Attributed, Long>> IN_THE_ORDER_OF_THE_INDEX = Comparator.comparing(
            change -> change.getKey().cell(),
            Comparator.comparing((Cell cell) -> cell.measure().code())
                    .thenComparing(Cell::cohort)
                    .thenComparing(cell -> cell.grain().code())
                    .thenComparing(Cell::place)
                    .thenComparing(Cell::day));

    private Cells() {}

    static void change(Handle database, long batch, Map<Attributed, Long> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Update update = database.createUpdate(CHANGE).bind("batch", batch);
        new Columns<>(
                        update,
                        changes.entrySet().stream()
                                .sorted(IN_THE_ORDER_OF_THE_INDEX)
                                .toList())
                .text("measure", change -> change.getKey().cell().measure().code())
                .text("cohort", change -> change.getKey().cell().cohort())
                .text("grain", change -> change.getKey().cell().grain().code())
                .text("place", change -> change.getKey().cell().place())
                .text("day", change -> change.getKey().cell().day())
                .text("cause", change -> change.getKey().cause().code())
                .whole("by", Map.Entry::getValue);
        update.execute();
    }
}
