package kz.qadam.chassis.events.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An event with its position in Kafka. */
public record DeliveredEvent(CloudEvent event, ConsumerRecord<byte[], byte[]> record) {

    /**
     * Reads a Kafka record.
     *
     * @param owners of the types, as {@link EventConsumer#owners()} names them
     * @throws UnreadableEventException if it is not an event, or not from the owner of its type
     */
    static DeliveredEvent read(ConsumerRecord<byte[], byte[]> record, Map<String, String> owners) {
        CloudEvent event = CloudEvent.from(record);
        String owner = owners.get(event.type());
        if (owner != null && !owner.equals(event.source())) {
            throw new UnreadableEventException("Its source is not the owner of its type.");
        }
        return new DeliveredEvent(event, record);
    }

    public String topic() {
        return record.topic();
    }

    public int partition() {
        return record.partition();
    }

    public long offset() {
        return record.offset();
    }
}
