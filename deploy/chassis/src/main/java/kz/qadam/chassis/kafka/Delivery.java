package kz.qadam.chassis.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An event, and where in Kafka it stands. */
public record Delivery(CloudEvent event, ConsumerRecord<byte[], byte[]> record) {

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
