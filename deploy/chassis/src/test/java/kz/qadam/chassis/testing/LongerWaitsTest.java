package kz.qadam.chassis.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Awaitility refuses to look for something for longer than it waits. */
class LongerWaitsTest {

    static void waitsForAlmostAMinute() {
        assertThatThrownBy(() -> await().during(Duration.ofSeconds(59)).until(() -> {
                    throw new UnsupportedOperationException("It has begun to wait");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_plain_test_waits_for_a_minute_by_itself() {
        waitsForAlmostAMinute();
    }
}
