package kz.qadam.reporting.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.CloudEvent;
import org.jdbi.v3.core.Handle;

/** Every event as received. The primary key decides which events are new, so that two deliveries do not race. */
final class EventLog {

    /** A row: an event and its position in Kafka. */
    private record Row(
            UUID eventId,
            String type,
            String source,
            String subject,
            Long subjectVersion,
            Instant time,
            String topic,
            int partition,
            long recordOffset,
            String key,
            String data) {

        static Row of(ReceivedEvent one) {
            CloudEvent event = one.event();
            return new Row(
                    event.id(),
                    event.type(),
                    event.source(),
                    event.subject(),
                    one.version(),
                    event.time(),
                    one.delivery().topic(),
                    one.delivery().partition(),
                    one.delivery().offset(),
                    one.key(),
                    event.data());
        }
    }

    private static final TableColumns<Row> COLUMNS = TableColumns.of(Row.class);

    private static final String APPEND = """
            insert into event_log (batch, %s)
            select :batch, arrived.* from %s
            on conflict (event_id) do nothing
            returning event_id
            """.formatted(COLUMNS.names(), COLUMNS.rows("arrived"));

    private static final String KNOWN = """
            select event_id, type, source, subject, data from event_log where event_id = any(:ids) and not erased
            """;

    private static final String MOVE = "select move_event(:id, :topic, :partition, :offset, :batch)";

    /**
     * Waits for a rebuild, which holds a conflicting lock. The intake waits here and not while it holds the clock's
     * row, so that questions about the past do not wait too.
     */
    private static final String WAIT_FOR_REBUILD = "lock table event_log in row exclusive mode";

    /**
     * The result of an append. Events that are in neither list repeat known events.
     *
     * @param fresh the new events, in the order in which they came
     * @param contradictions events with the id and not the content of an earlier event; they are not appended
     */
    record Appended(List<ReceivedEvent> fresh, List<ReceivedEvent> contradictions) {}

    private EventLog() {}

    /** Must be called before the clock is locked. */
    static void prepare(Handle database) {
        database.execute(WAIT_FOR_REBUILD);
    }

    /** Appends the events that are new, as of this batch. */
    static Appended append(Handle database, long batch, Collection<ReceivedEvent> events) {
        Map<UUID, ReceivedEvent> byId = new LinkedHashMap<>();
        List<ReceivedEvent> repeated = new ArrayList<>();
        for (ReceivedEvent one : events) {
            if (byId.putIfAbsent(one.event().id(), one) != null) {
                repeated.add(one);
            }
        }
        Set<UUID> ids = insert(database, batch, List.copyOf(byId.values()));
        List<ReceivedEvent> fresh = new ArrayList<>(ids.size());
        byId.values().forEach(one -> (ids.contains(one.event().id()) ? fresh : repeated).add(one));
        return new Appended(fresh, contradictions(database, repeated, byId, ids));
    }

    private static Set<UUID> insert(Handle database, long batch, List<ReceivedEvent> rows) {
        return COLUMNS.bind(
                        database.createUpdate(APPEND).bind("batch", batch),
                        rows.stream().map(Row::of).toList())
                .executeAndReturnGeneratedKeys()
                .mapTo(UUID.class)
                .set();
    }

    /**
     * The contradictions among events whose ids were known, or occurred before in the same batch. An event whose text was
     * erased is not compared.
     */
    private static List<ReceivedEvent> contradictions(
            Handle database, List<ReceivedEvent> repeated, Map<UUID, ReceivedEvent> byId, Set<UUID> fresh) {
        if (repeated.isEmpty()) {
            return List.of();
        }
        Map<UUID, CloudEvent> earlier = new HashMap<>();
        repeated.stream()
                .map(one -> one.event().id())
                .filter(fresh::contains)
                .forEach(id -> earlier.put(id, byId.get(id).event()));
        List<UUID> known = repeated.stream()
                .map(one -> one.event().id())
                .filter(id -> !fresh.contains(id))
                .distinct()
                .toList();
        if (!known.isEmpty()) {
            database.createQuery(KNOWN)
                    .bindArray("ids", UUID.class, known)
                    .map((row, context) -> earlier.put(
                            row.getObject(1, UUID.class),
                            new CloudEvent(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    null,
                                    null,
                                    row.getString(5))))
                    .list();
        }
        return repeated.stream()
                .filter(one -> earlier.containsKey(one.event().id())
                        && !EventContent.isRepeated(earlier.get(one.event().id()), one.event()))
                .toList();
    }

    /**
     * Moves an event of the log to this batch, if it has an open dead letter. It has had no effect before, since a
     * rebuild could not read it.
     *
     * @return whether the log has the event with this position in Kafka
     */
    static boolean move(Handle database, long batch, ReceivedEvent event) {
        return database.createQuery(MOVE)
                .bind("batch", batch)
                .bind("id", event.event().id())
                .bind("topic", event.delivery().topic())
                .bind("partition", event.delivery().partition())
                .bind("offset", event.delivery().offset())
                .mapTo(Boolean.class)
                .one();
    }
}
