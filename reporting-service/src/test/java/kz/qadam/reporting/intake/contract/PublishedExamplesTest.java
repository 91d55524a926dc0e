package kz.qadam.reporting.intake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kz.qadam.chassis.event.EventJson;
import kz.qadam.chassis.kafka.UnreadableEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedExamplesTest {

    static Stream<Path> published() throws IOException {
        return Stream.concat(examplesOf("enrolment-service"), examplesOf("progress-service"));
    }

    private static Stream<Path> examplesOf(String service) throws IOException {
        Path contracts = Path.of("..", service, "src/main/resources/META-INF/resources/contracts");
        try (var files = Files.walk(contracts)) {
            return files
                    .filter(path -> path.getParent().endsWith("examples"))
                    // The chassis reads what concerns keys; it is no fact.
                    .filter(path -> !path.toString().contains("kz.qadam.institution-key"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void every_example_of_the_publishers_can_be_read(Path example) throws IOException {
        String type = example.getParent().getParent().getFileName().toString();

        assertThat(EventTypes.read(type, Files.readString(example)))
                .hasValueSatisfying(fact -> assertThat(fact.version()).isPositive());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void every_example_is_written_again_as_it_was_read(Path example) throws IOException {
        String type = example.getParent().getParent().getFileName().toString();
        String data = Files.readString(example);

        String again = EventJson.write(EventJson.read(data, EventTypes.data(type)));

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
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("enrolmentId is not a UUID.");
    }
}
