package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ranges of several partitions are read one after the other, up to the end of each. */
class OffsetRangeTest {

    private static final int PARTITIONS = 3;
    private static final QadamBackends BACKENDS = new QadamBackends();

    private final String topic = "ranges-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        BACKENDS.start();
    }

    @AfterAll
    static void stop() {
        BACKENDS.stop();
    }

    @BeforeEach
    void an_event_in_each_partition() throws Exception {
        try (Admin admin = Admin.create(ToyKafka.settings())) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer =
                new KafkaProducer<>(ToyKafka.settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                producer.send(new ProducerRecord<>(topic, partition, null, new byte[] {(byte) partition}))
                        .get();
            }
        }
    }

    @Test
    void none_waits_until_the_one_before_has_more() {
        Map<String, Object> settings = OffsetRange.consumerSettings(
                Map.of("bootstrap.servers", QadamBackends.kafka(), "fetch.max.wait.ms", 25_000));

        List<Integer> read = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                new OffsetRange(new TopicPartition(topic, partition), 0, 1)
                        .read(consumer, Duration.ofSeconds(5), records -> {
                            records.forEach(record -> read.add((int) record.value()[0]));
                            return true;
                        });
            }
        }

        assertThat(read).containsExactly(0, 1, 2);
    }
}
