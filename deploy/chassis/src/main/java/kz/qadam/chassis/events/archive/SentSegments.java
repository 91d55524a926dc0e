package kz.qadam.chassis.events.archive;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.OffsetRange;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The segments of this service that Kafka has, since it has sent them to the others. If its database lacks one of them, the
 * database went back to a backup: what it would seal now would contradict what was sealed.
 */
@ApplicationScoped
class SentSegments {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final Segments segments;
    private final String own;

    SentSegments(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Segments segments,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.settings = OffsetRange.consumerSettings(kafka);
        this.segments = segments;
        this.own = "/" + service;
    }

    /**
     * Compares the database with what Kafka has.
     *
     * @param keys the public keys of this service in PEM: nobody else speaks for it
     * @return the segments that Kafka has and the database has not, unless they are abandoned
     */
    List<SegmentSealed> missing(List<ArchiveStream> streams, Set<String> keys) {
        List<SegmentSealed> missing = new ArrayList<>();
        for (SegmentSealed sent : readSentSegments(keys)) {
            for (ArchiveStream stream : streams) {
                if (sent.stream().endsWith("." + stream.name())
                        && sent.epoch() >= segments.epoch(stream)
                        && segments.find(stream, sent.number())
                                .filter(Segment::isClosed)
                                .filter(one -> one.digestOfManifest().equals(sent.digest()))
                                .isEmpty()) {
                    missing.add(sent);
                }
            }
        }
        return missing;
    }

    private List<SegmentSealed> readSentSegments(Set<String> keys) {
        List<SegmentSealed> sent = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records()) {
            try {
                CloudEvent event = CloudEvent.from(record);
                if (event.source().equals(own)) {
                    SegmentSealed sealed = SegmentSealed.read(event);
                    if (keys.contains(sealed.key())) {
                        sent.add(sealed);
                    }
                }
            } catch (UnreadableEventException e) {
                // Somebody else has sent it. The services that read this topic keep it as a dead letter.
            }
        }
        return sent;
    }

    /** All that Kafka keeps: a few days of segments at most, and the newest of each stream. */
    private List<ConsumerRecord<byte[], byte[]>> records() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(SegmentSealed.TOPIC).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            consumer.endOffsets(partitions)
                    .forEach((partition, end) -> new OffsetRange(partition, begins.get(partition), end)
                            .read(consumer, PATIENCE, some -> {
                                some.forEach(records::add);
                                return true;
                            }));
        }
        return records;
    }
}
