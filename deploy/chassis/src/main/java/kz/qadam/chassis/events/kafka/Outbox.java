package kz.qadam.chassis.events.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/**
 * The transactional outbox: events are added in the transaction of their cause and stay until Kafka has acknowledged them.
 * One table has the events of all publishers of a service.
 */
@ApplicationScoped
public class Outbox {

    private record Row(UUID id, String key, String type, String subject, Instant time, String trace, String data) {}

    private static final TableColumns<Row> COLUMNS = TableColumns.of(Row.class);

    private static final String ADD = "insert into outbox_event (publisher, %s) select :publisher, * from %s"
            .formatted(COLUMNS.names(), COLUMNS.rows("new"));

    private final ObjectMapper json;
    private final Database database;
    private final KafkaStarter traffic;

    Outbox(ObjectMapper json, Database database, KafkaStarter traffic) {
        this.json = json;
        this.database = database;
        this.traffic = traffic;
    }

    void add(Handle handle, String publisher, List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        List<Row> rows = events.stream().map(this::row).toList();
        COLUMNS.bind(handle.createUpdate(ADD).bind("publisher", publisher), rows)
                .execute();
        database.afterCommit(handle, () -> traffic.wake(publisher));
    }

    private Row row(OutboxEvent event) {
        return new Row(
                event.id(), event.key(), event.type(), event.subject(), event.time(), event.trace(), rendered(event));
    }

    private String rendered(OutboxEvent event) {
        try {
            return json.writeValueAsString(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The data of an event cannot be written as JSON: " + event.type(), e);
        }
    }
}
