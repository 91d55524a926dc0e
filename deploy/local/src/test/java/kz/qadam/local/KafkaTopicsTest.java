package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaTopicsTest {

    private static final int RECORDS = 20;

    @TempDir
    static Path home;

    private static KafkaInProcess kafka;

    @BeforeAll
    static void start() throws IOException {
        int[] ports = Ports.free(2);
        kafka = KafkaInProcess.start(new KafkaNode(home.resolve("kafka"), ports[0], ports[1]));
    }

    @AfterAll
    static void stop() throws IOException {
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qadam.catalogue",
                "qadam.enrolments",
                "qadam.completions",
                "qadam.dead-letters",
                "qadam.keys",
                "qadam.archive"
            })
    void a_topic_that_carries_events_is_written_to_the_disk_with_each_record(String topic) throws Exception {
        assertThat(setting(kafka, topic, "flush.messages")).isEqualTo("1");
    }

    @Test
    void a_topic_of_kafka_itself_is_not() throws Exception {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrap(), "group.id", "any"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("qadam.catalogue"));
            consumer.poll(Duration.ofSeconds(5));
        }

        assertThat(setting(kafka, "__consumer_offsets", "flush.messages")).isEqualTo(Long.toString(Long.MAX_VALUE));
    }

    @Test
    void records_are_on_the_disk_before_they_are_acknowledged() throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all");
        long before = flushes();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>("qadam.completions", 0, "key", "event"))
                        .get();
            }

            assertThat(flushes() - before).isGreaterThanOrEqualTo(RECORDS);
        }
    }

    /** How often the broker of this JVM has written a log to the disk. */
    private static long flushes() throws Exception {
        return (long) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName("kafka.log:type=LogFlushStats,name=LogFlushRateAndTimeMs"), "Count");
    }

    /** As the broker reports it. */
    static String setting(KafkaInProcess kafka, String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }
}
