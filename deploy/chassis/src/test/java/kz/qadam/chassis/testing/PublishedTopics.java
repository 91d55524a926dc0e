package kz.qadam.chassis.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was read of some topics of a broker, so that each question reads only what is new. */
final class PublishedTopics {

    private static final Map<List<String>, PublishedTopics> ALL = new ConcurrentHashMap<>();

    private final String broker;
    private final List<String> topics;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final List<PublishedEvent> events = new ArrayList<>();

    private PublishedTopics(String broker, List<String> topics) {
        this.broker = broker;
        this.topics = topics;
    }

    static PublishedTopics of(String broker, List<String> topics) {
        List<String> key = Stream.concat(Stream.of(broker), topics.stream()).toList();
        return ALL.computeIfAbsent(key, any -> new PublishedTopics(broker, topics));
    }

    /** All events from the beginning to now, in the order in which they were sent within a partition. */
    synchronized List<PublishedEvent> events() {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            Set<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, positions.getOrDefault(partition, 0L)));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(PublishedEvent.of(record)));
            }
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        }
        return List.copyOf(events);
    }
}
