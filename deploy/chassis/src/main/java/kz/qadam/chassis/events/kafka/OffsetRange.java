package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** What a partition has from one offset until before another. */
public record OffsetRange(TopicPartition partition, long from, long end) {

    /**
     * Reads it, poll by poll.
     *
     * @param consumer is assigned this partition only, afterwards too
     * @param patience how long Kafka may give nothing
     * @param work returns whether to read on
     * @return whether all of it was read
     * @throws TimeoutException if Kafka gives nothing for longer than that
     */
    public boolean read(
            KafkaConsumer<byte[], byte[]> consumer,
            Duration patience,
            Predicate<ConsumerRecords<byte[], byte[]>> work) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) {
            long before = consumer.position(partition);
            ConsumerRecords<byte[], byte[]> records = consumer.poll(patience);
            if (records.isEmpty() && consumer.position(partition) == before) {
                throw new TimeoutException("Kafka does not give the events of " + partition);
            }
            if (!work.test(records)) {
                return false;
            }
        }
        return true;
    }
}
