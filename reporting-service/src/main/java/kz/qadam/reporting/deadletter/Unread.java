package kz.qadam.reporting.deadletter;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.UnreadableEvent;
import org.jdbi.v3.core.Handle;

/**
 * An event as it came, to be read again.
 *
 * @param key as text, or null
 */
record Unread(CloudEvent event, String topic, int partition, long offset, String key) {

    private static final String FIND = "select * from dead_letter where id = :id";

    /** @throws UnreadableEvent if what every event has is missing */
    static Unread find(Handle database, UUID id) {
        return database.createQuery(FIND)
                .bind("id", id)
                .map((row, context) -> of(row))
                .one();
    }

    private static Unread of(ResultSet row) throws SQLException {
        byte[] key = row.getBytes("key");
        return new Unread(
                event(row),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                key == null ? null : new String(key, StandardCharsets.UTF_8));
    }

    private static CloudEvent event(ResultSet row) throws SQLException {
        byte[] value = row.getBytes("value");
        if (value == null) {
            throw new UnreadableEvent("It has no value.");
        }
        try {
            return new CloudEvent(
                    UUID.fromString(header(row, "event_id")),
                    header(row, "event_type"),
                    header(row, "event_source"),
                    header(row, "subject"),
                    Instant.parse(header(row, "event_time")),
                    null,
                    new String(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEvent("Its id or time cannot be read.");
        }
    }

    private static String header(ResultSet row, String name) throws SQLException {
        String value = row.getString(name);
        if (value == null) {
            throw new UnreadableEvent("It has no " + name + ".");
        }
        return value;
    }
}
