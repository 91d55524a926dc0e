package kz.qadam.reporting.audit.evidence;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.rollup.fact.CompletionEventDetails;

/** The details of completions as columns of a statement. No fact has them: they are read from the events. */
final class EventDetailColumns {

    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "text",
            BigDecimal.class, "numeric",
            Integer.class, "int",
            Long.class, "bigint",
            Boolean.class, "boolean",
            LocalDate.class, "date",
            Instant.class, "timestamptz",
            UUID.class, "uuid");

    private EventDetailColumns() {}

    /**
     * What is selected besides, with a comma before each column.
     *
     * @param event the expression for the data of an event, as JSON
     */
    static String of(String event) {
        List<RecordComponent> details = List.of(CompletionEventDetails.class.getRecordComponents());
        String[] columns = TableColumns.of(CompletionEventDetails.class).names().split(", ", -1);
        return IntStream.range(0, details.size())
                .mapToObj(i -> ", (%s ->> '%s')::%s as %s"
                        .formatted(
                                event,
                                details.get(i).getName(),
                                TYPES.get(details.get(i).getType()),
                                columns[i]))
                .collect(Collectors.joining());
    }
}
