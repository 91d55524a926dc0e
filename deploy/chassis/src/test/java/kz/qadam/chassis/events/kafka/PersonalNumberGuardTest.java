package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PersonalNumberGuardTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final PersonalNumberGuard guard = new PersonalNumberGuard("things", metrics);

    @Test
    void a_record_whose_key_or_subject_looks_like_a_number_is_stopped_and_counted() {
        assertThat(guard.permits(sent("991231100010", "a"))).isFalse();
        assertThat(guard.permits(sent("a", "991231100010/2026-05-31"))).isFalse();
        assertThat(guard.permits(sent("a", "９９１２３１ １０００１０/2026-05-31"))).isFalse();

        assertThat(metrics.counter("qadam.relay.numbers.stopped", "mail", "things")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void any_other_record_passes() {
        assertThat(guard.permits(sent("school-42", "school-42/2026-05-31"))).isTrue();
        assertThat(guard.permits(
                        sent("0199a1c2-7b11-7c3e-8d11-991231100010", "0199a1c2-7b11-7c3e-8d11-991231100010/a")))
                .isTrue();
        assertThat(guard.permits(new ProducerRecord<>("topic", new byte[0]))).isTrue();
    }

    private static ProducerRecord<byte[], byte[]> sent(String key, String subject) {
        return new CloudEvent(UUID.randomUUID(), "type", "/source", subject, Instant.EPOCH, null, "{}")
                .to("topic", key);
    }
}
