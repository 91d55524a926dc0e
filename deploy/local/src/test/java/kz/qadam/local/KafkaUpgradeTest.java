package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

/**
 * The directory was written by Kafka 4.1.2, which the launcher of this suite started and stopped: its topics, three
 * states of an institution and one of a key, sent as the services send, and a consumer group that read them.
 */
class KafkaUpgradeTest {

    private static final Map<String, Integer> RECORDS = Map.of("qadam.catalogue", 3, "qadam.keys", 1);

    @TempDir
    static Path home;

    private static KafkaInProcess kafka;

    @BeforeAll
    static void startOnTheFormerDirectory() throws IOException {
        try (var archive = KafkaUpgradeTest.class.getResourceAsStream("kafka-4.1.2.tar.xz")) {
            Tar.unpack(new XZInputStream(archive), home);
        }
        kafka = startIn("kafka");
    }

    @AfterAll
    static void stop() throws IOException {
        kafka.close();
    }

    @Test
    void the_records_of_the_former_version_are_read() {
        assertThat(records("qadam.catalogue"))
                .extracting(ConsumerRecord::value)
                .startsWith("state 1", "state 2", "state 3");
    }

    @Test
    void the_newest_state_of_a_compacted_topic_is_read() {
        assertThat(records("qadam.keys")).extracting(ConsumerRecord::value).startsWith("issued");
    }

    @Test
    void a_new_record_follows_those_of_the_former_version() throws Exception {
        for (var topic : RECORDS.entrySet()) {
            assertThat(send(topic.getKey()).offset()).isEqualTo(topic.getValue().longValue());
        }
    }

    @Test
    void its_topics_get_the_configuration_of_new_ones() throws Exception {
        for (String topic : List.of("qadam.catalogue", "qadam.keys")) {
            assertThat(KafkaTopicsTest.setting(kafka, topic, "flush.messages")).isEqualTo("1");
        }
        assertThat(KafkaTopicsTest.setting(kafka, "qadam.keys", "cleanup.policy"))
                .isEqualTo("compact");
    }

    @Test
    void the_features_have_the_levels_of_a_new_directory() throws Exception {
        Map<String, FinalizedVersionRange> raised = features(kafka);

        try (var fresh = startIn("fresh")) {
            assertThat(raised).isEqualTo(features(fresh));
        }
    }

    private static KafkaInProcess startIn(String directory) throws IOException {
        int[] ports = Ports.free(2);
        return KafkaInProcess.start(new KafkaNode(home.resolve(directory), ports[0], ports[1]));
    }

    private static Map<String, FinalizedVersionRange> features(KafkaInProcess broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            return admin.describeFeatures().featureMetadata().get().finalizedFeatures();
        }
    }

    private static RecordMetadata send(String topic) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic, "key", "new")).get();
        }
    }

    private static List<ConsumerRecord<String, String>> records(String topic) {
        var partition = new TopicPartition(topic, 0);
        Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrap());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).records(partition);
        }
    }
}
