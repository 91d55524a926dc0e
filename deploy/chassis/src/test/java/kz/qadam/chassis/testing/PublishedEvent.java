package kz.qadam.chassis.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.consumer.ConsumerRecord;

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
        return PublishedTopics.of(QadamBackends.kafka(), List.of(topics)).events();
    }

    static PublishedEvent of(ConsumerRecord<String, String> record) {
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
