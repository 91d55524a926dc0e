package kz.qadam.chassis.events.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/** Lets a database that went back to a backup take over what its service has published since ({@link UnknownOwnEvents}). */
@ApplicationScoped
public class EventAdoption {

    private static final int PAGE = 1000;

    private record Sent(
            String publisher,
            UUID id,
            String key,
            String type,
            String subject,
            Instant time,
            String data,
            int partition,
            long recordOffset) {

        static Sent of(DeliveredEvent one, String publisher) {
            CloudEvent event = one.event();
            byte[] key = one.record().key();
            return new Sent(
                    publisher,
                    event.id(),
                    key == null ? "" : new String(key, StandardCharsets.UTF_8),
                    event.type(),
                    event.subject(),
                    event.time(),
                    event.data(),
                    one.partition(),
                    one.offset());
        }

        DeliveredEvent delivered(String topic, String source) {
            var record = new ConsumerRecord<>(
                    topic,
                    partition,
                    recordOffset,
                    key.getBytes(StandardCharsets.UTF_8),
                    data.getBytes(StandardCharsets.UTF_8));
            return new DeliveredEvent(new CloudEvent(id, type, source, subject, time, null, data), record);
        }
    }

    /**
     * What was taken over.
     *
     * @param events how many, by type
     * @param refused how many of them could not be taken over: they are known now, and changed nothing
     */
    public record Counts(Map<String, Integer> events, int refused) {}

    private static final TableColumns<Sent> SENT = TableColumns.of(Sent.class);

    private static final String NEXT = "select nextval(pg_get_serial_sequence('outbox_event', 'seq'))";

    private static final String KEEP = """
            insert into sent_event (seq, %1$s)
            select nextval(pg_get_serial_sequence('outbox_event', 'seq')), * from %2$s
            """.formatted(SENT.names(), SENT.rows("known"));

    private static final String KEPT = """
            select %s from sent_event where seq > :after order by time, partition, record_offset
            """.formatted(SENT.names());

    private final UnknownOwnEvents own;

    EventAdoption(UnknownOwnEvents own) {
        this.own = own;
    }

    /**
     * Keeps all that the database does not know as sent; then the service takes it over, in the order of time.
     *
     * @throws IllegalStateException if this is not the Kafka to which the service has sent
     */
    public Counts adopt(Handle handle, StateAdoption states) {
        own.requireTopics(handle);
        long before = handle.createQuery(NEXT).mapTo(Long.class).one();
        Map<String, Integer> counts = new TreeMap<>();
        own.publishersByTopic()
                .keySet()
                .forEach(topic -> own.read(handle, topic, events -> {
                    events.forEach(one -> counts.merge(one.event().type(), 1, Integer::sum));
                    keep(handle, events, states);
                    return true;
                }));
        return new Counts(counts, takeOver(handle, states, before));
    }

    /** An event of a type that nobody publishes is kept too, so that it is known. */
    private void keep(Handle handle, List<DeliveredEvent> events, StateAdoption states) {
        if (!events.isEmpty()) {
            SENT.bind(
                            handle.createUpdate(KEEP),
                            events.stream()
                                    .map(one -> Sent.of(one, publisher(one, states)))
                                    .toList())
                    .execute();
        }
    }

    private String publisher(DeliveredEvent one, StateAdoption states) {
        return states.publisher(one.event().type())
                .orElseGet(() ->
                        own.publishersByTopic().get(one.topic()).iterator().next());
    }

    /** Returns how many events could not be taken over. */
    private int takeOver(Handle handle, StateAdoption states, long before) {
        Map<String, String> topics = new HashMap<>();
        own.publishersByTopic().forEach((topic, names) -> names.forEach(name -> topics.put(name, topic)));
        List<DeliveredEvent> page = new ArrayList<>();
        int refused = 0;
        try (var kept = handle.createQuery(KEPT).bind("after", before).setFetchSize(PAGE).map(SENT).stream()) {
            for (Sent one : (Iterable<Sent>) kept::iterator) {
                page.add(one.delivered(topics.get(one.publisher()), own.source()));
                if (page.size() == PAGE) {
                    refused += states.adopt(handle, page);
                    page.clear();
                }
            }
        }
        return refused + (page.isEmpty() ? 0 : states.adopt(handle, page));
    }
}
