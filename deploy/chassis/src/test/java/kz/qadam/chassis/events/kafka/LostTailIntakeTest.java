package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** An intake of a partition that ends earlier than before. */
class LostTailIntakeTest extends ThreeToysTaken {

    @Test
    void it_goes_back_while_it_runs() {
        TOYS.kafka().lose(1);

        TOYS.kafka().add("b", "c", "d");

        awaitTaken("a", "b", "c", "b", "c", "d");
        assertThat(intake.halted()).isNull();
        assertThat(intake.wentBack()).isEqualTo(1);
    }

    @Test
    void it_goes_back_though_the_partition_has_grown_beyond_its_place_again() {
        intake.close();
        TOYS.kafka().lose(1);
        TOYS.kafka().add("x", "b", "c", "d");

        begin();

        awaitTaken("a", "b", "c", "x", "b", "c", "d");
    }

    @Test
    void it_goes_back_to_the_beginning_if_nobody_knows_the_leader_of_its_place() {
        intake.close();
        TOYS.database().transaction(handle -> handle.execute("update intake_offset set leader_epoch = null"));
        TOYS.kafka().lose(1);
        TOYS.kafka().add("x");

        begin();

        awaitTaken("a", "b", "c", "a", "x");
    }

    @Test
    void it_goes_on_if_it_was_behind_what_is_lost() {
        intake.close();
        TOYS.kafka().add("lost");
        TOYS.kafka().lose(3);
        TOYS.kafka().add("d");

        begin();

        awaitTaken("a", "b", "c", "d");
        assertThat(intake.wentBack()).isZero();
    }

    @Test
    void what_was_due_beyond_the_end_is_not_waited_for() {
        intake.close();
        TOYS.kafka().lose(1);

        begin();

        await().untilAsserted(() -> assertThat(intake.wentBack()).isEqualTo(1));
        await().untilAsserted(() -> assertThat(intake.lag()).isZero());
        assertThat(TOYS.database()
                        .<Long>transaction(handle -> handle.createQuery("select due_offset from intake_position")
                                .mapTo(Long.class)
                                .one()))
                .isIn(null, 1L);
    }
}
