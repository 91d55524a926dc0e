package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kz.qadam.chassis.base.background.Lease;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of events that Kafka has acknowledged and lost. */
class LostTailTest {

    @RegisterExtension
    static final ToyBackends TOYS = new ToyBackends();

    private static final String PUBLISHER = "toys";

    private final String topic = "toys-" + UUID.randomUUID();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private ToyLoops relays;

    @BeforeEach
    void send_three_events() {
        TOYS.database()
                .transaction(handle ->
                        handle.execute("truncate outbox_event, sent_event, sent_compared, sent_topic, lease"));
        TOYS.kafka().begin(topic);
        startRelay();
        for (String subject : new String[] {"a", "b", "c"}) {
            add(subject);
            awaitSent();
        }
        assertThat(TOYS.kafka().subjects()).containsExactly("a", "b", "c");
    }

    @AfterEach
    void close() {
        relays.end();
    }

    private static void add(String subject) {
        TOYS.database()
                .transaction(handle -> handle.execute(
                        "insert into outbox_event (publisher, id, key, type, subject, time, data) values (?, ?, ?, ?, ?, now(), ?)",
                        PUBLISHER,
                        CloudEvent.idOf("toy", subject, 1),
                        subject,
                        "toy",
                        subject,
                        "{}"));
    }

    private static void awaitSent() {
        await().untilAsserted(() -> assertThat(TOYS.database()
                        .<Integer>transaction(handle -> handle.createQuery("select count(*) from outbox_event")
                                .mapTo(Integer.class)
                                .one()))
                .isZero());
    }

    private void startRelay() {
        startRelay("2s");
    }

    private void startRelay(String compareEvery) {
        relays = new ToyLoops();
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RelayConfig.class)
                .withMapping(BacklogConfig.class)
                .withDefaultValue("qadam.relay.retry-after", "100ms")
                .withDefaultValue("qadam.relay.compare-every", compareEvery)
                .build();
        var relay = config.getConfigMapping(RelayConfig.class);
        var sent = new SentEvents(TOYS.database(), PUBLISHER);
        // As a service has them, whose intake is in that group.
        Map<String, Object> settings = new HashMap<>(ToyKafka.settings());
        settings.put("group.id", PUBLISHER);
        var queue = new OutboxQueue(TOYS.database(), new ToyPublisher(topic), "/toys", sent);
        new Relay(
                queue,
                relay,
                new Lease(TOYS.database(), "relay-toys", "toys-0", relay.lease()),
                () -> new KafkaProducer<>(ToyKafka.settings(), new ByteArraySerializer(), new ByteArraySerializer()),
                new BacklogWatch(
                        queue,
                        new Backlog(config.getConfigMapping(BacklogConfig.class), Clock.systemUTC()),
                        TOYS.database(),
                        Duration.ofSeconds(1)),
                Optional.of(new KafkaLossRepair(settings, topic, sent, relay.compareEvery(), metrics.counter("again"))),
                () -> true,
                relays,
                metrics);
    }

    private double sentAgain() {
        return metrics.counter("again").count();
    }

    @Test
    void they_are_sent_again_when_the_service_starts() {
        relays.end();
        TOYS.kafka().lose(1);

        startRelay();

        await().untilAsserted(() -> assertThat(TOYS.kafka().subjects()).containsExactly("a", "b", "c"));
        assertThat(sentAgain()).isEqualTo(2);
    }

    @Test
    void they_are_sent_again_when_an_offset_comes_a_second_time() {
        awaitCompared(2);
        relays.end();
        startRelay("1h");
        TOYS.kafka().lose(1);

        add("d");

        await().atMost(1, TimeUnit.MINUTES)
                .untilAsserted(() -> assertThat(TOYS.kafka().subjects()).containsSubsequence("a", "d", "b", "c"));
        awaitSent();
        assertThat(sentAgain()).isEqualTo(2);
    }

    @Test
    void other_events_at_their_offsets_do_not_hide_that_they_are_lost() {
        relays.end();
        TOYS.kafka().lose(1);
        TOYS.kafka().add("x", "y", "z");

        startRelay();

        await().untilAsserted(() -> assertThat(TOYS.kafka().subjects()).containsExactly("a", "x", "y", "z", "b", "c"));
    }

    @Test
    void others_that_send_to_the_same_partition_do_not_hide_that_they_are_lost() {
        TOYS.kafka().lose(1);
        TOYS.kafka().add("x", "y", "z");
        add("d");

        await().untilAsserted(() -> assertThat(TOYS.kafka().subjects()).contains("a", "x", "y", "z", "b", "c", "d"));
        awaitSent();
        assertThat(sentAgain()).isEqualTo(2);
    }

    @Test
    void what_was_lost_while_it_could_not_be_compared_is_found_later() {
        awaitCompared(2);
        relays.end();
        TOYS.database()
                .transaction(handle -> handle.execute(
                        "insert into sent_event (publisher, seq, id, key, type, subject, time,"
                                + " data, partition, record_offset) select publisher, 1000, ?, 'e', type, 'e', time, data, 0, 3 from sent_event"
                                + " where subject = 'c'",
                        CloudEvent.idOf("toy", "e", 1)));
        TOYS.kafka().lose(3);
        TOYS.kafka().add("x", "y");
        startRelay();
        add("d");

        await().untilAsserted(() -> assertThat(TOYS.kafka().subjects()).contains("a", "b", "c", "x", "y", "d", "e"));
    }

    @Test
    void a_comparison_is_no_member_of_the_group_of_the_intake() throws Exception {
        awaitCompared(2);

        relays.end();

        try (Admin admin = Admin.create(ToyKafka.settings())) {
            assertThat(admin.listConsumerGroupOffsets(PUBLISHER)
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .isEmpty();
        }
    }

    private static void awaitCompared(long offset) {
        await().untilAsserted(() -> assertThat(TOYS.database()
                        .<Long>transaction(handle -> handle.createQuery("select max(record_offset) from sent_compared")
                                .mapTo(Long.class)
                                .one()))
                .isEqualTo(offset));
    }

    @Test
    void nothing_is_sent_to_another_topic_of_the_same_name() {
        relays.end();
        TOYS.database().transaction(handle -> handle.execute("update sent_topic set topic_id = 'another'"));

        add("d");
        startRelay();
        await().untilAsserted(() -> assertThat(TOYS.database()
                        .<Integer>transaction(handle -> handle.createQuery("select count(*) from lease")
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(1));

        await().during(3, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(TOYS.kafka().subjects()).containsExactly("a", "b", "c"));
    }

    @Test
    void nothing_is_sent_again_while_nothing_is_lost() {
        relays.end();
        TOYS.kafka().lose(3);

        startRelay();
        add("d");

        await().untilAsserted(() -> assertThat(TOYS.kafka().subjects()).containsExactly("a", "b", "c", "d"));
        assertThat(sentAgain()).isZero();
    }
}
