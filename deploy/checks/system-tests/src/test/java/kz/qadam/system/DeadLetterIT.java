package kz.qadam.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What cannot be read is neither lost nor kept secret. */
@OnSuite
class DeadLetterIT {

    private final Qadam qadam;
    private final Auditor auditor;

    DeadLetterIT(Qadam qadam) {
        this.qadam = qadam;
        this.auditor = qadam.auditor();
    }

    @Test
    void garbage_on_a_topic_makes_the_figures_provisional_until_it_is_resolved() {
        soon().untilAsserted(() -> assertThat(auditor.because()).isEmpty());

        qadam.kafka().send(List.of(garbage()));

        soon().untilAsserted(() -> assertThat(auditor.because()).contains("dead-letters"));
        auditor.post("/v1/audit/dead-letters/" + theOpenOne() + "/resolution", """
                        {"action": "discard", "reason": "Nobody has sent it"}
                        """)
                .then()
                .statusCode(200)
                .body("status", is("discarded"));
        soon().untilAsserted(() -> assertThat(auditor.because()).isEmpty());
    }

    private static ProducerRecord<byte[], byte[]> garbage() {
        var event = new ProducerRecord<>(
                "qadam.completions",
                UUID.randomUUID().toString().getBytes(UTF_8),
                "{\"completedOn\": ".getBytes(UTF_8));
        event.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8))
                .add("ce_type", "kz.qadam.completion.recorded.v1".getBytes(UTF_8))
                .add("ce_source", "/progress".getBytes(UTF_8))
                .add("ce_subject", UUID.randomUUID().toString().getBytes(UTF_8))
                .add("ce_time", "2026-01-01T00:00:00Z".getBytes(UTF_8));
        return event;
    }

    private String theOpenOne() {
        List<String> open = auditor.get("/v1/audit/dead-letters?limit=1000")
                .jsonPath()
                .getList("items.findAll { it.status == 'open' }.id");
        assertThat(open).hasSize(1);
        return open.get(0);
    }
}
