package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

    private static final TopicPartition CATALOGUE = new TopicPartition("qadam.catalogue", 0);

    @TempDir
    Path directory;

    private Launches launches;
    private KafkaNode node;
    private ChildProcess process;

    @BeforeEach
    void start() throws IOException {
        var files = new Installation(directory);
        var ports = Ports.free();
        launches = new Launches(directory, files, ports, Purpose.USE);
        node = files.kafka(ports);
        run();
        node.prepare();
    }

    @AfterEach
    void stop() {
        process.kill();
    }

    @Test
    void an_acknowledged_record_outlives_a_kill() throws Exception {
        send("kept");

        process.kill();
        run();

        assertThat(records()).extracting(ConsumerRecord::value).containsExactly("kept");
    }

    @Test
    void a_record_has_the_time_of_the_broker_whatever_its_sender_believes() throws Exception {
        long ahead = Instant.now().plus(Duration.ofDays(1)).toEpochMilli();

        send(new ProducerRecord<>(CATALOGUE.topic(), null, ahead, null, "from the future"));

        assertThat(records()).allSatisfy(record -> {
            assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
            assertThat(record.timestamp()).isLessThan(ahead);
        });
    }

    private void run() throws IOException {
        process = launches.kafka();
        await().atMost(Duration.ofMinutes(1)).until(node::answers);
    }

    private void send(String value) throws Exception {
        send(new ProducerRecord<>(CATALOGUE.topic(), value));
    }

    private void send(ProducerRecord<String, String> record) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", node.bootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        }
    }

    private List<ConsumerRecord<String, String>> records() {
        Map<String, Object> config = Map.of("bootstrap.servers", node.bootstrap());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(CATALOGUE));
            consumer.seekToBeginning(List.of(CATALOGUE));
            return consumer.poll(Duration.ofSeconds(20)).records(CATALOGUE);
        }
    }
}
