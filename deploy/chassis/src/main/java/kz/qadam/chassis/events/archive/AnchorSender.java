package kz.qadam.chassis.events.archive;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kz.qadam.chassis.base.process.InstanceName;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends the newest segment of each stream to the other services; it names the one before, and so all others. It needs no
 * outbox: the segments stay in the database, and one that was not sent is sent the next time. One that is sent twice
 * changes nothing.
 */
@ApplicationScoped
class AnchorSender {

    private final Map<String, Object> settings;
    private final Segments segments;
    private final Map<ArchiveStream, String> sentDigests = new HashMap<>();

    AnchorSender(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, Segments segments, InstanceName instance) {
        this.settings = new HashMap<>(kafka);
        this.settings.put("client.id", instance + "-archive");
        this.settings.put("acks", "all");
        this.settings.put("max.block.ms", 10_000);
        this.segments = segments;
    }

    /**
     * Sends the newest segment of a stream, unless this instance has done so, and waits until Kafka has it. Before the first
     * one it sends those that name keys, as Kafka may have been lost since.
     */
    void send(ArchiveStream stream) throws InterruptedException {
        Segment newest = segments.newest(stream).orElse(null);
        if (newest == null || newest.digestOfManifest().equals(sentDigests.get(stream))) {
            return;
        }
        List<Segment> due = new ArrayList<>(sentDigests.containsKey(stream) ? List.of() : segments.namingKeys(stream));
        due.add(newest);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Segment segment : due) {
                SegmentSealed sealed = sealed(stream, segment);
                producer.send(sealed.event(segment.sealedAt()).to(SegmentSealed.TOPIC, sealed.kafkaKey()))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The newest segment was not sent to the other services", e);
        }
        sentDigests.put(stream, newest.digestOfManifest());
    }

    private SegmentSealed sealed(ArchiveStream stream, Segment segment) {
        return new SegmentSealed(
                segment.path(),
                segment.manifest(),
                Base64.getEncoder().encodeToString(segments.signature(stream, segment)),
                segments.publicKey(stream, segment));
    }
}
