package kz.qadam.reporting.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.chassis.kafka.CloudEvent;
import org.jdbi.v3.core.Handle;

/** Every event as received. The primary key decides what is new: no look first, so no race between two deliveries. */
final class EventLog {

    /** An event, and where it stood in Kafka. */
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
                    one.topic(),
                    one.partition(),
                    one.offset(),
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
            select event_id, type, source, subject, data from event_log where event_id = any(:ids)
            """;

    private static final String MOVE = """
            update event_log set batch = :batch
             where event_id = :id and topic = :topic and partition = :partition and record_offset = :offset
            """;

    /** A rebuild holds this lock: who waits for it must not keep the clock from those who ask about the past. */
    private static final String BE_ALLOWED = "lock table event_log in row exclusive mode";

    /**
     * What became of events that were to be appended. Those that are in neither list repeat what is known.
     *
     * @param fresh had not been there
     * @param contradictions say something else than an earlier event with the same id; they are not appended
     */
    record Appended(List<ReceivedEvent> fresh, List<ReceivedEvent> contradictions) {}

    /** What has to stay the same when an event is sent again. */
    private record Content(String type, String source, String subject, String data) {

        static Content of(CloudEvent event) {
            return new Content(event.type(), event.source(), event.subject(), event.data());
        }

        boolean isRepeatedBy(Content newer) {
            return type.equals(newer.type)
                    && source.equals(newer.source)
                    && subject.equals(newer.subject)
                    && JsonContent.isRepeated(data, newer.data);
        }
    }

    private EventLog() {}

    /** To be called before the batch's number is taken. */
    static void prepare(Handle database) {
        database.execute(BE_ALLOWED);
    }

    /** Appends those that had not been there, as of this batch. */
    static Appended append(Handle database, long batch, Collection<ReceivedEvent> events) {
        Map<UUID, ReceivedEvent> byId = new HashMap<>();
        List<ReceivedEvent> again = new ArrayList<>();
        for (ReceivedEvent one : events) {
            if (byId.putIfAbsent(one.event().id(), one) != null) {
                again.add(one);
            }
        }
        Set<UUID> ids = insert(database, batch, List.copyOf(byId.values()));
        byId.values().stream().filter(one -> !ids.contains(one.event().id())).forEach(again::add);
        return new Appended(ids.stream().map(byId::get).toList(), contradictions(database, again, byId, ids));
    }

    private static Set<UUID> insert(Handle database, long batch, List<ReceivedEvent> rows) {
        return COLUMNS.bind(
                        database.createUpdate(APPEND).bind("batch", batch),
                        rows.stream().map(Row::of).toList())
                .executeAndReturnGeneratedKeys()
                .mapTo(UUID.class)
                .set();
    }

    /** Of events whose ids were known, or came before in the same batch. */
    private static List<ReceivedEvent> contradictions(
            Handle database, List<ReceivedEvent> again, Map<UUID, ReceivedEvent> byId, Set<UUID> fresh) {
        if (again.isEmpty()) {
            return List.of();
        }
        Map<UUID, Content> earlier = new HashMap<>();
        again.stream()
                .map(one -> one.event().id())
                .filter(fresh::contains)
                .forEach(id -> earlier.put(id, Content.of(byId.get(id).event())));
        List<UUID> known = again.stream()
                .map(one -> one.event().id())
                .filter(id -> !fresh.contains(id))
                .distinct()
                .toList();
        if (!known.isEmpty()) {
            database.createQuery(KNOWN)
                    .bindArray("ids", UUID.class, known)
                    .map((row, context) -> earlier.put(
                            row.getObject(1, UUID.class),
                            new Content(row.getString(2), row.getString(3), row.getString(4), row.getString(5))))
                    .list();
        }
        return again.stream()
                .filter(one -> !earlier.get(one.event().id()).isRepeatedBy(Content.of(one.event())))
                .toList();
    }

    /**
     * Has an event that stands here already take effect with this batch: a rebuild could not read it, so that it has
     * none.
     *
     * @return whether it stands here as it stood in Kafka
     */
    static boolean move(Handle database, long batch, ReceivedEvent event) {
        return database.createUpdate(MOVE)
                        .bind("batch", batch)
                        .bind("id", event.event().id())
                        .bind("topic", event.topic())
                        .bind("partition", event.partition())
                        .bind("offset", event.offset())
                        .execute()
                == 1;
    }
}
