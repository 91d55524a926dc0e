package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelayPositionTest {

    private static final long START = -5;

    private final RelayPosition position = new RelayPosition();

    @Test
    void it_is_raised_only_after_some_seconds_since_a_lower_one_may_be_committed_later() {
        reached(10, 0);
        reached(20, 4);
        assertThat(position.position()).isZero();

        reached(30, 6);

        assertThat(position.position()).isEqualTo(10);
    }

    @Test
    void what_was_committed_much_later_is_read_within_a_minute() {
        reached(10, 0);
        for (int second = 6; second <= 66; second += 6) {
            reached(10 + second, second);
        }
        assertThat(position.position()).isPositive();

        reached(100, 72);

        assertThat(position.position()).isZero();
    }

    @Test
    void a_partition_that_is_free_again_lets_everything_be_read() {
        reached(10, 0);
        reached(20, 6);

        position.reset();

        assertThat(position.position()).isZero();
    }

    private void reached(long read, int second) {
        position.reached(read, START + Duration.ofSeconds(second).toNanos());
    }
}
