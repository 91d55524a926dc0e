package kz.qadam.chassis.events.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a service believes of a segment that another one says it has sealed. */
class SegmentSealedTest {

    private static final Instant SEALED_AT = Instant.parse("2026-10-01T10:15:00.123456Z");

    private ObjectNode example;

    @BeforeEach
    void read() throws IOException {
        try (var file = SegmentSealed.class.getResourceAsStream(
                "/META-INF/resources/contracts/kz.qadam.archive.sealed.v1/examples/a-segment.json")) {
            example = (ObjectNode) new ObjectMapper().readTree(file);
        }
    }

    private SegmentSealed sealed() {
        return EventJson.read(example.toString(), SegmentSealed.class);
    }

    private void change(String member, String from, String to) {
        example.put(member, example.get(member).asText().replace(from, to));
    }

    @Test
    void the_published_example_is_believed() {
        SegmentSealed sealed = sealed();

        assertThat(SegmentSealed.read(sealed.event(SEALED_AT))).isEqualTo(sealed);
        assertThat(sealed.stream()).isEqualTo("enrolment.trail");
        assertThat(sealed.number()).isEqualTo(42);
    }

    @Test
    void its_line_is_the_one_by_which_sha256sum_checks_the_manifest() {
        assertThat(sealed().checkLine()).matches("[0-9a-f]{64}  enrolment\\.trail/1/2026/000000042\\.manifest");
    }

    @Test
    void a_segment_in_the_name_of_another_service_is_not() {
        CloudEvent event = sealed().event(SEALED_AT);
        var other = new CloudEvent(
                event.id(), event.type(), "/progress-service", event.subject(), event.time(), null, event.data());

        assertThatThrownBy(() -> SegmentSealed.read(other))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("It is about a segment of another service.");
    }

    @Test
    void one_other_character_in_the_manifest_is_not() {
        change("manifest", "# late 3", "# late 4");

        assertThatThrownBy(this::sealed).hasMessage("signature is not that of the key of the manifest.");
    }

    @Test
    void another_number_is_not() {
        change("segment", "000000042", "000000043");

        assertThatThrownBy(this::sealed).hasMessage("manifest is about another segment.");
    }

    @Test
    void a_place_that_is_none_is_not() {
        example.put("segment", "enrolment.trail/../../" + "4".repeat(100_000));

        assertThatThrownBy(this::sealed).hasMessage("segment is not the place of a segment.");
    }

    @Test
    void a_manifest_of_any_length_is_not() {
        example.put("manifest", example.get("manifest").asText() + "# x\n".repeat(100_000));

        assertThatThrownBy(this::sealed).hasMessage("manifest is too long.");
    }

    @Test
    void a_key_or_a_signature_that_is_none_is_not() {
        for (String nonsense : new String[] {"", "\0", "AAAA", "-----BEGIN PUBLIC KEY-----", "a".repeat(12_000)}) {
            ObjectNode whole = example.deepCopy();
            for (String member : new String[] {"key", "signature"}) {
                example = whole.deepCopy().put(member, nonsense + " ");

                assertThatThrownBy(this::sealed).isInstanceOf(UnreadableEventException.class);
            }
            example = whole;
        }
    }
}
