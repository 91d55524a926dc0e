package kz.qadam.progress.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

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
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.testing.Management;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.SecondBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RelayTest {

    private static final int MORE_THAN_A_ROUND = 4_500;

    private static Admin admin;

    private final String topic = "relayed-" + UUID.randomUUID();

    @Inject
    RelayedQueue queue;

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
        create(new NewTopic(topic, 1, (short) 1));

        add(1, "key", "x".repeat(2_000_000), null);
        add(2, "key", null, null);
        add(3, "key", "small", null);

        await().untilAsserted(() -> assertThat(sent(0)).containsExactly("small"));
        assertThat(queue.parkedReasons())
                .containsEntry(1L, "RecordTooLargeException")
                .containsEntry(2L, "IllegalStateException");
    }

    @Test
    void a_partition_without_a_leader_holds_up_no_other_one() throws Exception {
        try (SecondBroker second = SecondBroker.join()) {
            NewTopic parted = new NewTopic(topic, Map.of(0, List.of(1), 1, List.of(SecondBroker.ID)));
            await().ignoreExceptions().untilAsserted(() -> create(parted));
            second.stop();

            // More than are read at once, so that the others lie behind them.
            LongStream.range(0, MORE_THAN_A_ROUND).forEach(seq -> add(100 + seq, key(1), "held-" + seq, null));
            add(100_000, key(0), "first", null);
            await().untilAsserted(() -> assertThat(sent(0)).containsExactly("first"));
            add(100_001, key(0), "second", null);
            await().untilAsserted(() -> assertThat(sent(0)).containsExactly("first", "second"));
            assertThat(queue.left()).hasSize(MORE_THAN_A_ROUND);
            await().untilAsserted(() -> assertThat(held()).isEqualTo(1));
            Management.health().then().body(containsString("\"heldPartitions\": 1"));

            second.start();

            await().untilAsserted(() -> assertThat(queue.left()).isEmpty());
            assertThat(sent(1).stream().distinct())
                    .containsExactlyElementsOf(IntStream.range(0, MORE_THAN_A_ROUND)
                            .mapToObj(seq -> "held-" + seq)
                            .toList());
            await().untilAsserted(() -> assertThat(held()).isZero());
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    @Test
    void what_a_wrong_clock_has_refused_waits_and_another_instance_may_take_over() throws Exception {
        create(new NewTopic(topic, 1, (short) 1)
                .configs(Map.of("message.timestamp.type", "CreateTime", "message.timestamp.after.max.ms", "3600000")));
        long ahead = Instant.now().plus(Duration.ofHours(2)).toEpochMilli();

        add(200_000, "key", "from the future", ahead);

        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(number("select count(*) from lease where name = 'relay-relayed'"))
                        .isZero());
        assertThat(queue.left()).containsExactly(200_000L);
        assertThat(queue.parkedReasons()).doesNotContainKey(200_000L);

        change(topic, Map.of("message.timestamp.type", "LogAppendTime"));

        await().untilAsserted(() -> assertThat(queue.left()).isEmpty());
        assertThat(sent(0)).containsExactly("from the future");
    }

    private void add(long seq, String key, String text, Long timestamp) {
        queue.add(new RelayedQueue.Message(seq, topic, key, text, timestamp));
    }

    /** One that Kafka's producer sends to this partition of two. */
    private static String key(int partition) {
        return IntStream.range(0, 100)
                .mapToObj(i -> "key-" + i)
                .filter(key -> Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 2 == partition)
                .findFirst()
                .orElseThrow();
    }

    private static void create(NewTopic created) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(created)).all().get();
    }

    private long held() {
        return number("select count(*) from relay_held where mail = 'relayed' and partitions = 1");
    }

    private static void change(String name, Map<String, String> settings)
            throws ExecutionException, InterruptedException {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(one -> new AlterConfigOp(new ConfigEntry(one.getKey(), one.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, name), changes))
                .all()
                .get();
    }

    private long number(String sql) {
        return database.transaction(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private List<String> sent(int number) {
        List<String> texts = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, number);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", QadamBackends.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> texts.add(record.value()));
            }
        }
        return texts;
    }
}
