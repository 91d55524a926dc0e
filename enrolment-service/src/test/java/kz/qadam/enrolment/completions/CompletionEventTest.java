package kz.qadam.enrolment.completions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import kz.qadam.chassis.testing.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionEventTest {

    private static final Set<String> TYPES = new CompletionIntake().owners().keySet();

    static List<Path> published() {
        return Contracts.examples("progress-service", "kz.qadam.completion.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void every_example_that_progress_service_ships_is_read(Path example) {
        assertThat(TYPES).contains(Contracts.typeOf(example));

        CompletionEvent event = EventJson.read(Contracts.text(example), CompletionEvent.class);

        assertThat(event.completion().accepted())
                .isEqualTo(Contracts.text(example).contains("\"accepted\""));
    }

    @Test
    void each_type_that_is_listened_to_has_an_example() {
        assertThat(published()).extracting(Contracts::typeOf).containsAll(TYPES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "{\"completionId\": \"0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02\", \"status\": \"accepted\", \"version\": 1}",
                "{\"completionId\": \"0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02\","
                        + " \"enrolmentId\": \"0199a1c2-7a00-7c3e-8d11-5b8f6a7c1e01\", \"status\": \"new\", \"version\": 1}",
                "{\"completionId\": \"0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02\","
                        + " \"enrolmentId\": \"0199a1c2-7a00-7c3e-8d11-5b8f6a7c1e01\", \"status\": \"accepted\"}"
            })
    void a_broken_event_is_unreadable_and_its_content_not_repeated(String json) {
        assertThatThrownBy(() -> EventJson.read(json, CompletionEvent.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageNotContaining("0199a1c2");
    }
}
