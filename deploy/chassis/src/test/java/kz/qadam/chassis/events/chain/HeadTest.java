package kz.qadam.chassis.events.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.UnreadableEvent;
import org.junit.jupiter.api.Test;

class HeadTest {

    private static final Head HEAD = new Head(
            "enrolment-service",
            "enrolment-0",
            17,
            "a5a56e17b07ba074a1a3b1fcd4709039dff2e6975b3d89a05c4b12063b5f9015",
            Instant.parse("2026-11-27T10:00:00.123456Z"));

    @Test
    void the_published_example_is_read() throws IOException {
        String example;
        try (var file = Head.class.getResourceAsStream(
                "/META-INF/resources/contracts/kz.qadam.trail.head.v1/examples/a-block.json")) {
            example = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(EventJson.read(example, Head.class)).isEqualTo(HEAD);
    }

    @Test
    void a_head_is_accepted_from_the_service_whose_trail_it_is() {
        assertThatCode(() -> HEAD.requireFrom(HEAD.event("{}"))).doesNotThrowAnyException();
    }

    @Test
    void a_head_of_another_service_is_not_accepted() {
        CloudEvent event = HEAD.event("{}");
        CloudEvent another = new CloudEvent(
                event.id(), event.type(), "/progress-service", event.subject(), event.time(), null, event.data());

        assertThatThrownBy(() -> HEAD.requireFrom(another)).isInstanceOf(UnreadableEvent.class);
    }
}
