package kz.qadam.chassis.base.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnusedMemoryTest {

    private static final Duration BUSY = UnusedMemory.QUIET.plusSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final UnusedMemory memory = new UnusedMemory();

    @Test
    void a_quiet_service_gives_memory_back_once() {
        assertThat(memory.isFirstQuiet(QUIET)).isTrue();
        assertThat(memory.isFirstQuiet(QUIET)).isFalse();
    }

    @Test
    void a_busy_service_is_left_alone() {
        assertThat(memory.isFirstQuiet(BUSY)).isFalse();
    }

    @Test
    void what_a_further_busy_time_leaves_is_given_back_too() {
        memory.isFirstQuiet(QUIET);
        memory.isFirstQuiet(BUSY);

        assertThat(memory.isFirstQuiet(QUIET)).isTrue();
    }
}
