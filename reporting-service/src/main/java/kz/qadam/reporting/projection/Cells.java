package kz.qadam.reporting.projection;

import java.util.Comparator;
import java.util.Map;
import kz.qadam.reporting.rollup.Cell;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The roll-up's rows. */
final class Cells {

    /** A row is closed before its successor is inserted, since the successor's count needs the closed one's. */
    private static final String CHANGE = """
            with change as (
                select * from unnest(:measure, :cohort, :region, :institution, :day::date[], :by)
                    as one (measure, cohort, region, institution, day, by)),
            closed as (
                update rollup_cell cell set to_batch = :batch from change
                 where cell.measure = change.measure and cell.cohort = change.cohort and cell.region = change.region
                   and cell.institution = change.institution and cell.day = change.day
                   and cell.to_batch = 9223372036854775807
                returning cell.measure, cell.cohort, cell.region, cell.institution, cell.day, cell.count)
            insert into rollup_cell (measure, cohort, region, institution, day, from_batch, to_batch, count)
            select measure, cohort, region, institution, day, :batch, 9223372036854775807, change.by + coalesce(closed.count, 0)
              from change left join closed using (measure, cohort, region, institution, day)
             where change.by + coalesce(closed.count, 0) <> 0
            """;

    /** Neighbours are found on the same page. */
    private static final Comparator<Map.Entry<Cell, Long>> IN_THE_ORDER_OF_THE_INDEX = Map.Entry.comparingByKey(
            Comparator.comparing((Cell cell) -> cell.measure().code())
                    .thenComparing(Cell::cohort)
                    .thenComparing(Cell::region)
                    .thenComparing(Cell::institution)
                    .thenComparing(Cell::day));

    private Cells() {}

    static void change(Handle database, long batch, Map<Cell, Long> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Update update = database.createUpdate(CHANGE).bind("batch", batch);
        new Columns<>(
                        update,
                        changes.entrySet().stream()
                                .sorted(IN_THE_ORDER_OF_THE_INDEX)
                                .toList())
                .text("measure", change -> change.getKey().measure().code())
                .text("cohort", change -> change.getKey().cohort())
                .text("region", change -> change.getKey().region())
                .text("institution", change -> change.getKey().institution())
                .text("day", change -> change.getKey().day())
                .whole("by", Map.Entry::getValue);
        update.execute();
    }
}
