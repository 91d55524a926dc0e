package kz.qadam.reporting.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Every event as received. The primary key decides what is new: no look first, so no race between two deliveries. */
final class EventLog {

    private static final String APPEND = """
            insert into event_log (event_id, type, source, subject, subject_version, time, topic, partition,
                record_offset, key, data)
            select * from unnest(:id, :type, :source, :subject, :version, :time::timestamptz[], :topic,
                :partition::int[], :offset, :key, :data)
            on conflict (event_id) do nothing
            returning event_id
            """;

    private static final String STAMP = "update event_log set batch = :batch where event_id = any(:ids)";

    private EventLog() {}

    /** Appends those that had not been there, and returns them. */
    static List<Logged> append(Handle database, Collection<Logged> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        Map<UUID, Logged> byId = new HashMap<>();
        events.forEach(one -> byId.putIfAbsent(one.event().id(), one));
        List<Logged> rows = List.copyOf(byId.values());
        Update append = database.createUpdate(APPEND);
        append.bindArray("id", UUID.class, column(rows, one -> one.event().id()))
                .bindArray("type", String.class, column(rows, one -> one.event().type()))
                .bindArray(
                        "source", String.class, column(rows, one -> one.event().source()))
                .bindArray(
                        "subject", String.class, column(rows, one -> one.event().subject()))
                .bindArray("version", Long.class, column(rows, Logged::version))
                .bindArray(
                        "time",
                        String.class,
                        column(rows, one -> one.event().time().toString()))
                .bindArray("topic", String.class, column(rows, Logged::topic))
                .bindArray("partition", Integer.class, column(rows, Logged::partition))
                .bindArray("offset", Long.class, column(rows, Logged::offset))
                .bindArray("key", String.class, column(rows, Logged::key))
                .bindArray("data", String.class, column(rows, one -> one.event().data()));
        return append.executeAndReturnGeneratedKeys().mapTo(UUID.class).stream()
                .map(byId::get)
                .toList();
    }

    static void stamp(Handle database, long batch, List<Logged> fresh) {
        database.createUpdate(STAMP)
                .bind("batch", batch)
                .bindArray("ids", UUID.class, column(fresh, one -> one.event().id()))
                .execute();
    }

    private static <T> List<T> column(List<Logged> rows, Function<Logged, T> value) {
        List<T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
