package kz.qadam.reporting.intake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.reporting.rollup.fact.CompletionEventDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedExamplesTest {

    static Stream<Path> published() {
        return Stream.of("enrolment-service", "progress-service")
                .flatMap(service -> Contracts.examples(service, "kz.qadam.").stream())
                // The chassis reads what concerns keys; it is no fact.
                .filter(example -> !Contracts.typeOf(example).startsWith("kz.qadam.institution-key"));
    }

    static Stream<Path> ofCompletions() {
        return published().filter(example -> Contracts.typeOf(example).startsWith("kz.qadam.completion."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void every_example_of_the_publishers_can_be_read(Path example) {
        assertThat(EventTypes.read(Contracts.typeOf(example), Contracts.text(example)))
                .hasValueSatisfying(fact -> assertThat(fact.version()).isPositive());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void every_example_with_all_optional_members_says_the_same(Path example) {
        String type = Contracts.typeOf(example);

        assertThat(EventTypes.read(type, Contracts.withOptionalMembers(example)))
                .hasValueSatisfying(fact -> assertThat(fact.version()).isPositive());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofCompletions")
    void what_auditors_see_of_a_completion_is_read_and_written_again(Path example) throws IOException {
        ObjectNode data = (ObjectNode) new ObjectMapper().readTree(Contracts.withOptionalMembers(example));

        JsonNode again =
                new ObjectMapper().readTree(EventJson.write(EventJson.read(data.toString(), CompletionEvent.class)));

        assertThat(names(again)).containsAll(details());
        details().forEach(name -> assertThat(again.get(name)).isEqualTo(data.get(name)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofCompletions")
    void a_completion_of_which_auditors_could_not_read_a_member_is_refused(Path example) throws IOException {
        ObjectNode data = (ObjectNode) new ObjectMapper().readTree(Contracts.text(example));

        details()
                .forEach(name -> assertThatThrownBy(() -> EventTypes.read(
                                Contracts.typeOf(example),
                                data.deepCopy().set(name, data.objectNode()).toString()))
                        .isInstanceOf(UnreadableEventException.class)
                        .hasMessageStartingWith(name));
    }

    private static List<String> details() {
        return Stream.of(CompletionEventDetails.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void every_example_is_written_again_as_it_was_read(Path example) throws IOException {
        String data = Contracts.text(example);

        String again = EventJson.write(EventJson.read(data, EventTypes.data(Contracts.typeOf(example))));

        assertThat(again).isEqualTo(compact(data));
    }

    /** The same JSON in the same order, without its white space. */
    private static String compact(String json) throws IOException {
        return new ObjectMapper().readTree(json).toString();
    }

    @Test
    void an_unknown_type_is_ignored() {
        assertThat(EventTypes.read("kz.qadam.learner.promoted.v1", "{}")).isEmpty();
    }

    @Test
    void an_error_does_not_repeat_the_value() {
        assertThatThrownBy(() -> EventTypes.read("kz.qadam.enrolment.enrolled.v1", "{\"enrolmentId\": \"991231\"}"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("enrolmentId is not a UUID.");
    }
}
