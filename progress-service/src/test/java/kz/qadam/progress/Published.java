package kz.qadam.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What this service has told the others: the topic qadam.completions, read from its beginning. */
public final class Published {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One event, as it stands in Kafka. */
    public record Event(String type, String subject, String id, String key, String json) {
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
        return all().stream().filter(e -> e.subject().equals(subject)).toList();
    }

    /** By version: what was told of something, from its first state to its last. */
    public static List<Event> inOrder(String subject) {
        return about(subject).stream()
                .sorted(Comparator.comparing(
                        event -> event.data().path("version").asInt()))
                .toList();
    }

    public static List<String> types(String subject) {
        return inOrder(subject).stream().map(Event::type).toList();
    }

    /** What one member said in each state. */
    public static List<String> members(String subject, String name) {
        return inOrder(subject).stream()
                .map(event -> event.data().path(name).asText())
                .toList();
    }

    /** In the order in which they were sent, as far as they share a key. */
    public static List<Event> all() {
        List<Event> events = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", QadamBackends.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, 6)
                    .mapToObj(i -> new TopicPartition("qadam.completions", i))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(event(record)));
            }
        }
        return events;
    }

    private static Event event(ConsumerRecord<String, String> record) {
        return new Event(
                header(record, "ce_type"),
                header(record, "ce_subject"),
                header(record, "ce_id"),
                record.key(),
                record.value());
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
