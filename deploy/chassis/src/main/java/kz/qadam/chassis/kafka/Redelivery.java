package kz.qadam.chassis.kafka;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/** Delivers a dead letter again from the database. */
public final class Redelivery {

    private static final Map<String, String> HEADERS = Map.of(
            "ce_id", "event_id",
            "ce_type", "event_type",
            "ce_source", "event_source",
            "ce_subject", "subject",
            "ce_time", "event_time");

    private Redelivery() {}

    /**
     * Reads the dead letter again, as it was received.
     *
     * @throws UnreadableEvent if it is still not a valid event
     */
    public static DeliveredEvent of(Handle database, UUID letter, EventConsumer consumption) {
        ConsumerRecord<byte[], byte[]> record = database.createQuery("select * from dead_letter where id = :id")
                .bind("id", letter)
                .map((row, context) -> record(row))
                .one();
        return DeliveredEvent.read(record, consumption.owners());
    }

    private static ConsumerRecord<byte[], byte[]> record(ResultSet row) throws SQLException {
        var record = new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getBytes("key"),
                row.getBytes("value"));
        for (Map.Entry<String, String> header : HEADERS.entrySet()) {
            String value = row.getString(header.getValue());
            if (value != null) {
                record.headers().add(header.getKey(), value.getBytes(StandardCharsets.UTF_8));
            }
        }
        return record;
    }
}
