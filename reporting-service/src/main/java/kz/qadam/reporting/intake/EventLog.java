package kz.qadam.reporting.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.projection.Columns;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Every event as received. The primary key decides what is new: no look first, so no race between two deliveries. */
final class EventLog {

    private static final String APPEND = """
            insert into event_log (batch, event_id, type, source, subject, subject_version, time, topic, partition,
                record_offset, key, data)
            select :batch, one.* from unnest(:id, :type, :source, :subject, :version, :time, :topic,
                :partition::int[], :offset, :key, :data) as one
            on conflict (event_id) do nothing
            returning event_id
            """;

    /** A rebuild holds this lock: who waits for it must not keep the clock from those who ask about the past. */
    private static final String BE_ALLOWED = "lock table event_log in row exclusive mode";

    private EventLog() {}

    /** To be called before the batch's number is taken. */
    static void prepare(Handle database) {
        database.execute(BE_ALLOWED);
    }

    /** Appends those that had not been there, as of this batch, and returns them. */
    static List<Logged> append(Handle database, long batch, Collection<Logged> events) {
        Map<UUID, Logged> byId = new HashMap<>();
        events.forEach(one -> byId.putIfAbsent(one.event().id(), one));
        List<Logged> rows = List.copyOf(byId.values());
        Update append = database.createUpdate(APPEND).bind("batch", batch);
        new Columns<>(append, rows)
                .uuid("id", one -> one.event().id())
                .text("type", one -> one.event().type())
                .text("source", one -> one.event().source())
                .text("subject", one -> one.event().subject())
                .whole("version", Logged::version)
                .time("time", one -> one.event().time())
                .text("topic", Logged::topic)
                .whole("partition", one -> (long) one.partition())
                .whole("offset", Logged::offset)
                .text("key", Logged::key)
                .text("data", one -> one.event().data());
        return append.executeAndReturnGeneratedKeys().mapTo(UUID.class).stream()
                .map(byId::get)
                .toList();
    }
}
