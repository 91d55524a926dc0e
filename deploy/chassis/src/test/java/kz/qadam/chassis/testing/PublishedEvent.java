package kz.qadam.chassis.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One event as Kafka keeps it, with its attributes from the headers of CloudEvents. */
public record PublishedEvent(
        String topic, String type, String subject, String id, String source, String key, String json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public JsonNode data() {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All events of these topics from their beginning to now, in the order in which they were sent within a partition. */
    public static List<PublishedEvent> of(String... topics) {
        List<PublishedEvent> events = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", QadamBackends.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = Stream.of(topics)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(of(record)));
            }
        }
        return events;
    }

    private static PublishedEvent of(ConsumerRecord<String, String> record) {
        return new PublishedEvent(
                record.topic(),
                header(record, "ce_type"),
                header(record, "ce_subject"),
                header(record, "ce_id"),
                header(record, "ce_source"),
                record.key(),
                record.value());
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
