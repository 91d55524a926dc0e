package kz.qadam.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.qadam.chassis.events.kafka.CloudEvent;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventsTest {

    private final Events events = new Events(1_000);
    private final List<ProducerRecord<byte[], byte[]>> all = events.all().toList();

    @Test
    void one_in_ten_is_delivered_again() {
        assertThat(all).hasSize(1_000);
        assertThat(all.stream().map(event -> header(event, "ce_id")).distinct()).hasSize(events.different());
    }

    @Test
    void an_id_is_that_of_the_services() {
        assertThat(CloudEvent.idOf("kz.qadam.completion.recorded.v1", "a", 1))
                .hasToString("a12b1273-013e-5b1a-9ddd-30741f071d7c");
    }

    @Test
    void each_learner_is_enrolled_completes_and_is_trained() {
        assertThat(different("kz.qadam.completion.recorded.v1")).isEqualTo(events.completions());
        assertThat(different("kz.qadam.learner.trained.v1")).isEqualTo(events.trained());
    }

    private long different(String type) {
        return all.stream()
                .filter(event -> header(event, "ce_type").equals(type))
                .map(event -> header(event, "ce_id"))
                .distinct()
                .count();
    }

    private static String header(ProducerRecord<byte[], byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
