package kz.qadam.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
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

    /** What is left open would keep the figures of all other tests provisional. */
    @AfterEach
    void discardWhatIsOpen() {
        open().forEach(this::discard);
    }

    @Test
    void garbage_on_a_topic_makes_the_figures_provisional_until_it_is_resolved() {
        soon().untilAsserted(() -> assertThat(auditor.because()).isEmpty());

        qadam.kafka().send(List.of(garbage()));

        soon().untilAsserted(() -> assertThat(auditor.because()).contains("dead-letters"));
        discard(theOpenOne());
        soon().untilAsserted(() -> assertThat(auditor.because()).isEmpty());
    }

    @Test
    void the_office_sees_in_the_navigation_how_many_events_are_stuck() throws IOException {
        qadam.kafka().send(List.of(garbage()));
        soon().untilAsserted(() -> assertThat(auditor.because()).contains("dead-letters"));

        try (var host = new OneHost(qadam);
                var browser = new Browser()) {
            browser.authorize(qadam.tokenOf("office"));
            host.openWithPanels(browser, "/desk/office?lang=en");
            assertThat(browser.shows("[data-part=reporting-tasks] [data-kind=unreadable-events]"))
                    .isTrue();
            soon().untilAsserted(() -> assertThat(browser.texts(".pages li:has(#stuck) .waits"))
                    .containsExactly(Integer.toString(stuckBy(browser))));
        }
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

    /** As the tasks of all services say, each with its own events. */
    private static int stuckBy(Browser browser) {
        return browser.elements("[data-kind=unreadable-events], [data-kind=parked-events]").stream()
                .mapToInt(task -> Integer.parseInt(task.getDomAttribute("data-count")))
                .sum();
    }

    private void discard(String event) {
        auditor.post("/v1/audit/dead-letters/" + event + "/resolution", """
                        {"action": "discard", "reason": "Nobody has sent it"}
                        """)
                .then()
                .statusCode(200)
                .body("status", is("discarded"));
    }

    private String theOpenOne() {
        List<String> open = open();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private List<String> open() {
        return auditor.get("/v1/audit/dead-letters?limit=1000")
                .jsonPath()
                .getList("items.findAll { it.status == 'open' }.id");
    }
}
