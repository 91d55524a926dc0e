package kz.qadam.chassis.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.base.time.AlmatyTime;
import org.jdbi.v3.core.statement.Query;

/** Reads tasks that the database has counted. */
public final class TaskRows {

    private TaskRows() {}

    /**
     * The tasks of a statement with the columns {@code kind}, {@code count}, {@code oldest} and {@code ends}, of which
     * the last two are instants or null. What is counted as 0 is no task.
     *
     * @param links by kind: where it is dealt with
     */
    public static List<Task> read(Query counted, Map<String, String> links) {
        return counted
                .map((row, context) ->
                        row.getLong("count") == 0 ? Optional.<Task>empty() : Optional.of(task(row, links)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Task task(ResultSet row, Map<String, String> links) throws SQLException {
        String kind = row.getString("kind");
        Instant ends = instant(row, "ends");
        return new Task(
                kind,
                row.getLong("count"),
                instant(row, "oldest"),
                ends == null ? null : AlmatyTime.dayOf(ends.minusNanos(1)),
                links.get(kind));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var instant = row.getObject(column, OffsetDateTime.class);
        return instant == null ? null : instant.toInstant();
    }
}
