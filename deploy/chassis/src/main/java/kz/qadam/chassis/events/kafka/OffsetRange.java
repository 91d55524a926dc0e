package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** What a partition has from one offset until before another. */
public record OffsetRange(TopicPartition partition, long from, long end) {

    /**
     * The settings of a consumer that reads ranges one after the other. At the end of a range it asks for more, and asks
     * for nothing else until that is answered; so Kafka answers at once, even if there is nothing.
     *
     * @param kafka how to connect to Kafka
     */
    public static Map<String, Object> consumerSettings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("auto.offset.reset", "none");
        settings.put("enable.auto.commit", false);
        settings.put("fetch.min.bytes", 0);
        settings.remove("group.id");
        return settings;
    }

    /**
     * Reads it, poll by poll.
     *
     * @param consumer has {@link #consumerSettings}, and is assigned this partition only, afterwards too
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
