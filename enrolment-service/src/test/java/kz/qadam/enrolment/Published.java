package kz.qadam.enrolment;

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

/** What this service has told the others, read from Kafka's beginning. */
public final class Published {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One event, as it stands in Kafka. */
    public record Event(String topic, String type, String subject, String id, String source, String key, String json) {

        public JsonNode data() {
            try {
                return JSON.readTree(json);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Published() {}

    public static List<Event> about(String subject) {
        return all().stream().filter(event -> event.subject().equals(subject)).toList();
    }

    public static List<Event> all() {
        List<Event> events = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", QadamBackends.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = Stream.of("qadam.catalogue", "qadam.enrolments")
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(event(record)));
            }
        }
        return events;
    }

    private static Event event(ConsumerRecord<String, String> record) {
        return new Event(
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
