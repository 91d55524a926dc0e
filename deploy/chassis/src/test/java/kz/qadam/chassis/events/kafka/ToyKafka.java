package kz.qadam.chassis.events.kafka;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.SecondBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A second broker beside that of {@link QadamBackends}, with a topic of one partition, whose newest events it can lose. */
final class ToyKafka implements AutoCloseable {

    private final SecondBroker broker = SecondBroker.join();
    private String topic;

    /** Goes on with a new topic. */
    void begin(String fresh) {
        topic = fresh;
        await().ignoreExceptions().until(this::create);
    }

    private boolean create() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic(topic, Map.of(0, List.of(SecondBroker.ID)))))
                    .all()
                    .get();
            return true;
        }
    }

    static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", QadamBackends.kafka());
    }

    /** The broker ends, and starts again without what it had from this offset on. */
    void lose(long from) {
        broker.stop();
        broker.lose(topic + "-0", from);
        broker.start();
    }

    /** Adds events that the relay has not sent. */
    void add(String... subjects) {
        addOf("/toys", subjects);
    }

    /** Adds events of this source. */
    void addOf(String source, String... subjects) {
        for (String subject : subjects) {
            add(new CloudEvent(UUID.randomUUID(), "toy", source, subject, Instant.now(), null, "{}"));
        }
    }

    /** Adds an event that was sent before. */
    void addAgain(String id, String subject) {
        add(new CloudEvent(UUID.fromString(id), "toy", "/toys", subject, Instant.now(), null, "{}"));
    }

    private void add(CloudEvent event) {
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(event.to(topic, event.subject())).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The subjects of all events in it. */
    List<String> subjects() {
        return events().stream().map(CloudEvent::subject).toList();
    }

    /** Their ids. */
    List<String> ids() {
        return events().stream().map(one -> one.id().toString()).toList();
    }

    private List<CloudEvent> events() {
        var partition = new TopicPartition(topic, 0);
        List<CloudEvent> events = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(CloudEvent.from(record)));
            }
        }
        return events;
    }

    @Override
    public void close() throws IOException {
        broker.close();
    }
}
