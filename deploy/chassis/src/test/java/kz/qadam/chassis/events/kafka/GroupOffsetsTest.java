package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a service that publishes nothing. */
class GroupOffsetsTest extends ThreeToysTaken {

    private GroupOffsets taken;

    @BeforeEach
    void the_intake_ends() {
        taken = new GroupOffsets(ToyKafka.settings(), TOYS.database(), true, topic);
        intake.close();
    }

    private static void putBackTo(long offset) {
        TOYS.database().transaction(handle -> handle.execute("update intake_offset set next_offset = ?", offset));
    }

    @Test
    void nothing_is_missing_in_a_database_that_took_them_in() {
        assertThat(taken.missing()).isEmpty();
    }

    @Test
    void a_database_that_has_taken_in_less_went_back_to_a_backup() {
        putBackTo(1);

        assertThat(taken.missing()).get().asString().contains("up to offset 3");
    }

    @Test
    void a_database_that_was_restored_takes_the_same_events_in_again() {
        putBackTo(1);

        TOYS.database().transaction(handle -> {
            taken.goBack(handle);
            return null;
        });

        assertThat(taken.missing()).isEmpty();
        begin();
        awaitTaken("a", "b", "c", "b", "c");
    }

    @Test
    void an_intake_that_went_back_since_kafka_had_lost_its_tail_misses_nothing() {
        TOYS.kafka().lose(2);
        begin();
        await().untilAsserted(() -> assertThat(intake.wentBack()).isEqualTo(1));
        intake.close();

        assertThat(taken.missing()).isEmpty();
    }
}
