package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An intake on a real PostgreSQL and a real Kafka, with toys for events. The last test stops Kafka. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IntakeTest {

    private static final QadamBackends BACKENDS = new QadamBackends();
    private static Database database;
    private static Map<String, Object> kafka;

    private final String topic = "toys-" + UUID.randomUUID();
    private final ToyConsumer toys = new ToyConsumer(topic);
    private Intake intake;

    @BeforeAll
    static void start() {
        Map<String, String> settings = BACKENDS.start();
        database = ToyDatabase.migrated(QadamBackends.database());
        kafka = Map.of("bootstrap.servers", settings.get("kafka.bootstrap.servers"));
    }

    @AfterAll
    static void stop() {
        BACKENDS.stop();
    }

    @BeforeEach
    void create_the_topic() throws ExecutionException, InterruptedException {
        database.transaction(handle -> handle.execute("truncate intake_offset, intake_position, dead_letter"));
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    @AfterEach
    void close() {
        if (intake != null) {
            intake.close();
        }
    }

    @Test
    @Order(1)
    void what_it_has_taken_in_is_kept_with_the_leaders_epoch() {
        send("a", "/toys", "{}");
        begin();

        await().untilAsserted(() -> assertThat(toys.taken).containsExactly("a"));
        await().untilAsserted(() ->
                assertThat(number("select next_offset from intake_offset")).isEqualTo(1));
        assertThat(number("select leader_epoch from intake_offset")).isNotNegative();
    }

    @Test
    @Order(1)
    void a_log_that_has_lost_what_was_taken_in_halts_the_intake() {
        send("a", "/toys", "{}");
        begin();
        await().untilAsserted(() ->
                assertThat(number("select next_offset from intake_offset")).isEqualTo(1));
        intake.close();
        // As if the last event had been taken in under a leader of whom the log of today knows nothing.
        database.transaction(handle -> handle.execute("update intake_offset set leader_epoch = leader_epoch + 7"));
        send("b", "/toys", "{}");

        begin();

        await().untilAsserted(() -> assertThat(intake.halted()).isNotNull());
        assertThat(toys.taken).containsExactly("a");
        await().untilAsserted(() -> assertThat(database.<String>transaction(IntakePositions::halted))
                .isEqualTo(intake.halted()));
    }

    @Test
    @Order(1)
    void an_intake_whose_name_another_consumer_had_goes_on_when_that_one_is_gone() {
        send("a", "/toys", "{}");
        begin();
        await().untilAsserted(() -> assertThat(toys.taken).containsExactly("a"));

        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("auto.offset.reset", "earliest");
        try (var namesake = ToyIntake.consumer(topic, "toys-0", settings)) {
            namesake.subscribe(List.of(topic));
            await().pollInSameThread().untilAsserted(() -> {
                namesake.poll(Duration.ofMillis(100));
                assertThat(intake.halted()).contains("group.instance.id");
            });
            namesake.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
        send("b", "/toys", "{}");

        await().untilAsserted(() -> assertThat(toys.taken).containsExactly("a", "b"));
        assertThat(intake.halted()).isNull();
    }

    @Test
    @Order(1)
    void what_cannot_be_buried_in_full_is_buried_by_its_place() {
        toys.beforeTaking = subject -> {
            if (subject.equals("poison")) {
                throw new IllegalArgumentException(subject);
            }
        };
        send("poison", "/toys", "{\"more than a smallint\": true}");
        send("b", "/toys", "{}");
        begin();

        await().untilAsserted(() -> assertThat(toys.taken).containsExactly("b"));
        assertThat(
                        number(
                                "select count(*) from dead_letter where record_offset = 0 and value is null and subject is null"))
                .isEqualTo(1);
    }

    @Test
    @Order(1)
    void an_event_from_another_source_than_its_owner_is_not_taken_in() {
        send("a", "/somebody", "{}");
        begin();

        await().untilAsserted(() ->
                assertThat(number("select count(*) from dead_letter")).isEqualTo(1));
        assertThat(toys.taken).isEmpty();
    }

    @Test
    @Order(1)
    void a_halt_is_known_to_every_instance() {
        toys.beforeTaking = subject -> {
            throw new IntakeHalted("Somebody has to look.");
        };
        send("a", "/toys", "{}");
        begin();

        await().untilAsserted(() -> assertThat(database.<String>transaction(IntakePositions::halted))
                .isEqualTo("Somebody has to look."));
    }

    @Test
    @Order(1)
    void another_instance_takes_over_at_once_from_one_that_halts() {
        toys.beforeTaking = subject -> {
            throw new IntakeHalted("It must be replaced.");
        };
        send("a", "/toys", "{}");
        begin();
        await().untilAsserted(() -> assertThat(intake.halted()).isNotNull());

        var others = new ToyConsumer(topic);
        try (Intake other = begin(others, "toys-1")) {
            await().untilAsserted(() -> assertThat(others.taken).containsExactly("a"));
            assertThat(other.halted()).isNull();
            await().untilAsserted(() -> assertThat(database.<String>transaction(IntakePositions::halted))
                    .isNull());
        }
    }

    @Test
    @Order(1)
    void another_instance_takes_over_at_once_from_one_that_ends() {
        send("a", "/toys", "{}");
        begin();
        await().untilAsserted(() -> assertThat(toys.taken).containsExactly("a"));
        var others = new ToyConsumer(topic);
        try (Intake other = begin(others, "toys-1")) {

            intake.close();

            send("b", "/toys", "{}");
            await().untilAsserted(() -> assertThat(others.taken).containsExactly("b"));
            assertThat(other.halted()).isNull();
        }
    }

    @Test
    @Order(1)
    void an_event_counts_as_waiting_until_it_is_taken_in() throws InterruptedException {
        send("a", "/toys", "{}");
        begin();
        await().untilAsserted(() -> assertThat(toys.caughtUp).hasPositiveValue());
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        toys.beforeTaking = subject -> {
            begun.countDown();
            await().until(() -> goOn.getCount() == 0);
        };

        send("b", "/toys", "{}");

        begun.await();
        assertThat(intake.lag()).isEqualTo(1);
        goOn.countDown();
        await().untilAsserted(() -> assertThat(intake.lag()).isZero());
    }

    @Test
    @Order(2)
    void an_unreachable_kafka_is_not_caught_up() {
        send("a", "/toys", "{}");
        begin();
        await().untilAsserted(() -> assertThat(toys.caughtUp).hasPositiveValue());
        await().untilAsserted(() ->
                assertThat(number("select end_offset from intake_position")).isEqualTo(1));
        assertThat(intake.lag()).isZero();
        assertThat(isBehind(Duration.ofSeconds(30))).isFalse();

        BACKENDS.stop();

        await().untilAsserted(() -> assertThat(isBehind(Duration.ofSeconds(3))).isTrue());
        // Nobody waits for it: a consumer whose Kafka is away needs long to close.
        new Thread(intake::close).start();
        intake = null;
    }

    private static boolean isBehind(Duration after) {
        return database.transaction(handle -> handle.createQuery("select " + IntakePositions.BEHIND)
                .bind("behindAfter", after.toMillis())
                .mapTo(Boolean.class)
                .one());
    }

    private static long number(String sql) {
        return database.transaction(
                handle -> handle.createQuery(sql).mapTo(Long.class).findOne().orElse(-1L));
    }

    private void begin() {
        intake = begin(toys, "toys-0");
    }

    private Intake begin(ToyConsumer eventConsumer, String instance) {
        return ToyIntake.begin(eventConsumer, topic, instance, database, kafka);
    }

    private void send(String subject, String source, String data) {
        var event = new CloudEvent(UUID.randomUUID(), "toy", source, subject, Instant.now(), null, data);
        try (var producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(event.to(topic, subject)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
