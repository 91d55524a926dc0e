package kz.qadam.benchmarks;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts the events in a topic, independently of its producers and consumers. */
record Topic(String kafka, String name, int partitions) {

    Map<TopicPartition, Long> ends() {
        try (var consumer = consumer()) {
            return consumer.endOffsets(all());
        }
    }

    /** The number of events, including repetitions. */
    long size() {
        return sum(ends());
    }

    /** Waits until this many more events have come. */
    void awaitEvents(Map<TopicPartition, Long> before, long count) throws Exception {
        long wanted = sum(before) + count;
        try (var consumer = consumer()) {
            Waiting.until(() -> sum(consumer.endOffsets(all())) >= wanted);
        }
    }

    /** The number of different events that have come since. */
    long differentEventsSince(Map<TopicPartition, Long> before) {
        Set<ByteBuffer> ids = new HashSet<>();
        try (var consumer = consumer()) {
            consumer.assign(all());
            before.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(all()));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> one : consumer.poll(Duration.ofMillis(500))) {
                    ids.add(ByteBuffer.wrap(one.headers().lastHeader("ce_id").value()));
                }
            }
        }
        return ids.size();
    }

    private List<TopicPartition> all() {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(name, partition))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false, "max.poll.records", 10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
