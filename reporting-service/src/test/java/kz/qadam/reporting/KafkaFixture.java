package kz.qadam.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.reporting.Requests.auditor;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes events to the real Kafka, as the other services do. */
public final class KafkaFixture {

    private static final Instant PUBLISHED_AT = Instant.parse("2026-06-01T05:00:00Z");

    /** A type that no service knows: such an event is kept in the log, and has no effect. */
    private static final String UNKNOWN_TYPE = "kz.qadam.test.marked.v1";

    private KafkaFixture() {}

    /** Returns when Kafka has it; the id is that of the real publisher. */
    public static UUID publish(String topic, String key, String type, String subject, long version, String data) {
        CloudEvent event = event(type, subject, version, data);
        publish(event.to(topic, key));
        return event.id();
    }

    public static void publish(ProducerRecord<byte[], byte[]> record) {
        try {
            Producer.OPEN.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event without effect; events with the same key arrive before it. Returns its id. */
    public static UUID publishMarker(String topic, String key) {
        return publish(topic, key, UNKNOWN_TYPE, "marker/" + UUID.randomUUID(), 1, "{}");
    }

    /** As if Kafka had received it at that time: for this one, the topic takes the time of the publisher. */
    public static UUID publishMarkerAt(Instant then, String topic, String key) {
        String subject = "marker/" + UUID.randomUUID();
        var event = new CloudEvent(
                CloudEvent.idOf(UNKNOWN_TYPE, subject, 1),
                UNKNOWN_TYPE,
                ownerOf(UNKNOWN_TYPE),
                subject,
                then,
                null,
                "{}");
        var now = event.to(topic, key);
        setTimestampType(topic, "CreateTime");
        publish(new ProducerRecord<>(topic, null, then.toEpochMilli(), now.key(), now.value(), now.headers()));
        setTimestampType(topic, "LogAppendTime");
        return event.id();
    }

    /** Returns when all events that have been published with this key are in the log, or among the dead letters. */
    public static void awaitIntake(String topic, String key) {
        awaitInLog(publishMarker(topic, key));
    }

    public static void awaitInLog(UUID event) {
        await().untilAsserted(() -> auditor("/v1/audit/events/" + event).statusCode(200));
    }

    /** An event as its real publisher sends it. */
    public static CloudEvent event(String type, String subject, long version, String data) {
        UUID id = CloudEvent.idOf(type, subject, version);
        return new CloudEvent(id, type, ownerOf(type), subject, PUBLISHED_AT, null, data);
    }

    /** An event as the intake receives it. */
    public static DeliveredEvent delivered(String topic, long offset, CloudEvent event) {
        return new DeliveredEvent(
                event,
                new ConsumerRecord<>(topic, 0, offset, new byte[0], event.data().getBytes(UTF_8)));
    }

    /** The service that publishes events of this type has their contract. */
    private static String ownerOf(String type) {
        Path contract = Path.of("../enrolment-service/src/main/resources/META-INF/resources/contracts", type);
        return Files.exists(contract) ? "/enrolment-service" : "/progress-service";
    }

    private static void setTimestampType(String topic, String type) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var entry = new ConfigEntry("message.timestamp.type", type);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", QadamBackends.kafka()))) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            await().until(() -> admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(entry.name())
                    .value()
                    .equals(type));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Producer {
        static final KafkaProducer<byte[], byte[]> OPEN = new KafkaProducer<>(
                Map.of("bootstrap.servers", QadamBackends.kafka(), "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
