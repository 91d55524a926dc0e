package kz.qadam.progress.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kz.qadam.chassis.database.Database;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RelayTest {

    private static final int MORE_THAN_A_ROUND = 4_500;

    private static Admin admin;

    private final String topic = "relayed-" + UUID.randomUUID();
    private final String other = topic + "-other";

    @Inject
    RelayedMail mail;

    @Inject
    Database database;

    @BeforeAll
    static void open() {
        admin = Admin.create(Map.of("bootstrap.servers", QadamBackends.kafka()));
    }

    @AfterAll
    static void close() {
        admin.close();
    }

    @Test
    void a_record_that_is_too_large_or_cannot_be_written_is_parked_and_the_others_go_on() throws Exception {
        create(topic, Map.of());

        mail.add(1, topic, "x".repeat(2_000_000), null);
        mail.add(2, topic, null, null);
        mail.add(3, topic, "small", null);

        await().untilAsserted(() -> assertThat(sent(topic)).containsExactly("small"));
        assertThat(mail.parkedReasons())
                .containsEntry(1L, "RecordTooLargeException")
                .containsEntry(2L, "IllegalStateException");
    }

    @Test
    void a_partition_without_enough_replicas_holds_up_no_other_one() throws Exception {
        create(topic, Map.of("min.insync.replicas", "2"));
        create(other, Map.of());

        // More than are read at once, so that the others lie behind them.
        LongStream.range(0, MORE_THAN_A_ROUND).forEach(seq -> mail.add(100 + seq, topic, "stuck-" + seq, null));
        mail.add(100_000, other, "first", null);
        await().untilAsserted(() -> assertThat(sent(other)).containsExactly("first"));
        mail.add(100_001, other, "second", null);
        await().untilAsserted(() -> assertThat(sent(other)).containsExactly("first", "second"));
        assertThat(mail.left()).hasSize(MORE_THAN_A_ROUND);
        assertThat(number("select count(*) from relay_held where mail = 'relayed' and partitions = 1"))
                .isEqualTo(1);

        change(topic, Map.of("min.insync.replicas", "1"));

        await().untilAsserted(() -> assertThat(mail.left()).isEmpty());
        assertThat(sent(topic).stream().distinct())
                .containsExactlyElementsOf(IntStream.range(0, MORE_THAN_A_ROUND)
                        .mapToObj(seq -> "stuck-" + seq)
                        .toList());
        await().untilAsserted(() -> assertThat(number("select count(*) from relay_held where mail = 'relayed'"))
                .isZero());
    }

    @Test
    void what_a_wrong_clock_has_refused_waits_and_another_instance_may_take_over() throws Exception {
        create(topic, Map.of("message.timestamp.type", "CreateTime", "message.timestamp.after.max.ms", "3600000"));
        long ahead = Instant.now().plus(Duration.ofHours(2)).toEpochMilli();

        mail.add(200_000, topic, "from the future", ahead);

        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(number("select count(*) from lease where name = 'relay-relayed'"))
                        .isZero());
        assertThat(mail.left()).containsExactly(200_000L);
        assertThat(mail.parkedReasons()).doesNotContainKey(200_000L);

        change(topic, Map.of("message.timestamp.type", "LogAppendTime"));

        await().untilAsserted(() -> assertThat(mail.left()).isEmpty());
        assertThat(sent(topic)).containsExactly("from the future");
    }

    private void create(String name, Map<String, String> settings) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1).configs(settings)))
                .all()
                .get();
    }

    private static void change(String name, Map<String, String> settings)
            throws ExecutionException, InterruptedException {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(one -> new AlterConfigOp(
                        new ConfigEntry(one.getKey(), one.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, name), changes))
                .all()
                .get();
    }

    private long number(String sql) {
        return database.transaction(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static List<String> sent(String name) {
        List<String> texts = new ArrayList<>();
        TopicPartition partition = new TopicPartition(name, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", QadamBackends.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> texts.add(record.value()));
            }
        }
        return texts;
    }
}
