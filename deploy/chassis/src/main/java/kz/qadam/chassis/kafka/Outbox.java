package kz.qadam.chassis.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The transactional outbox: events are added in the transaction of their cause and stay until Kafka has acknowledged them.
 * One table has the events of all publishers of a service.
 */
@ApplicationScoped
public class Outbox {

    private static final String ADD = """
            insert into outbox_event (publisher, id, key, type, subject, time, trace, data)
            select :publisher, * from unnest(:ids, :keys, :types, :subjects, :times::timestamptz[], :traces, :data)
            """;

    private final ObjectMapper json;
    private final KafkaTraffic traffic;

    Outbox(ObjectMapper json, KafkaTraffic traffic) {
        this.json = json;
        this.traffic = traffic;
    }

    void add(Handle database, String publisher, List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        database.createUpdate(ADD)
                .bind("publisher", publisher)
                .bindArray("ids", UUID.class, all(events, OutboxEvent::id))
                .bindArray("keys", String.class, all(events, OutboxEvent::key))
                .bindArray("types", String.class, all(events, OutboxEvent::type))
                .bindArray("subjects", String.class, all(events, OutboxEvent::subject))
                .bindArray("times", Instant.class, all(events, OutboxEvent::time))
                .bindArray("traces", String.class, all(events, OutboxEvent::trace))
                .bindArray("data", String.class, all(events, this::rendered))
                .execute();
    }

    private static <T> List<T> all(List<OutboxEvent> events, Function<OutboxEvent, T> member) {
        return events.stream().map(member).toList();
    }

    private String rendered(OutboxEvent event) {
        try {
            return json.writeValueAsString(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The data of an event cannot be written as JSON: " + event.type(), e);
        }
    }

    void wake(String publisher) {
        traffic.wake(publisher);
    }
}
