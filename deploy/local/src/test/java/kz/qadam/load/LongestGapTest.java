package kz.qadam.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LongestGapTest {

    private final LongestGap gap = new LongestGap();

    @Test
    void the_longest_time_between_two_writings_is_found() {
        gap.begin(10);
        gap.written(12);
        gap.written(19);
        gap.written(20);

        assertThat(gap.until(22)).isEqualTo(Duration.ofNanos(7));
    }

    @Test
    void a_gap_that_is_still_open_counts() {
        gap.begin(10);
        gap.written(12);

        assertThat(gap.until(22)).isEqualTo(Duration.ofNanos(10));
    }

    @Test
    void earlier_gaps_are_forgotten() {
        gap.begin(0);
        gap.written(100);
        gap.begin(100);
        gap.written(101);

        assertThat(gap.until(102)).isEqualTo(Duration.ofNanos(1));
    }
}
