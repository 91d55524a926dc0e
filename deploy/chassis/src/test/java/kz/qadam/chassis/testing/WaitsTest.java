package kz.qadam.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WaitsTest {

    /** Awaitility refuses to look for something for longer than it waits. */
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

    @Test
    void a_test_looks_at_once_and_then_more_and_more_rarely() {
        List<Instant> looks = new ArrayList<>();
        Instant begin = Instant.now();

        await().until(() -> looks.add(Instant.now()) && looks.size() > 3);

        assertThat(Duration.between(begin, looks.get(0))).isLessThan(Duration.between(looks.get(0), looks.get(3)));
        assertThat(Duration.between(looks.get(0), looks.get(3))).isGreaterThan(Duration.ofMillis(10 + 15 + 22));
    }

    @Test
    void a_test_waits_for_what_a_look_trips_over() {
        AtomicReference<String> there = new AtomicReference<>();

        await().untilAsserted(() -> {
            int length = there.getAndSet("now").length();
            assertThat(length).isEqualTo(3);
        });
    }
}
