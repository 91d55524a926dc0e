package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An intake has taken in three events. */
abstract class ThreeToysTaken {

    @RegisterExtension
    static final ToyBackends TOYS = new ToyBackends();

    final String topic = "toys-" + UUID.randomUUID();
    final ToyConsumer toys = new ToyConsumer(topic);
    Intake intake;

    @BeforeEach
    void take_three_events_in() {
        TOYS.database().transaction(handle -> handle.execute("truncate intake_offset, intake_position, dead_letter"));
        TOYS.kafka().begin(topic);
        TOYS.kafka().add("a", "b", "c");
        begin();
        awaitTaken("a", "b", "c");
    }

    @AfterEach
    void close() {
        intake.close();
    }

    void begin() {
        intake = ToyIntake.begin(toys, topic, "toys-0", TOYS.database(), ToyKafka.settings());
    }

    void awaitTaken(String... subjects) {
        await().untilAsserted(() -> assertThat(toys.taken).containsExactly(subjects));
    }
}
