package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void without_an_option_it_is_the_suite_for_use() {
        assertThat(called("partner", "school-42"))
                .isEqualTo(
                        new Command(Path.of("."), Purpose.USE, false, false, false, List.of("partner", "school-42")));
    }

    @Test
    void an_option_says_which_suite_is_meant_in_any_place() {
        assertThat(called("--sandbox", "partner", "school-42"))
                .isEqualTo(called("partner", "school-42", "--sandbox"))
                .isEqualTo(new Command(
                        Path.of("."), Purpose.SANDBOX, false, false, false, List.of("partner", "school-42")));
    }

    @Test
    void to_begin_anew_is_an_option() {
        assertThat(called("--demo", "--reset"))
                .isEqualTo(new Command(Path.of("."), Purpose.DEMO, true, false, false, List.of()));
    }

    @Test
    void keycloak_is_an_option_of_every_suite() {
        assertThat(called("--keycloak").ports().hasKeycloak()).isTrue();
        assertThat(called("--sandbox", "--keycloak").ports().keycloak()).isEqualTo(18180);
        assertThat(called("--sandbox").ports().hasKeycloak()).isFalse();
    }

    @Test
    void tls_is_an_option_of_every_suite() {
        assertThat(called("--tls").ports().haveTls()).isTrue();
        assertThat(called("--sandbox", "--tls").ports().kafkaInternal()).isEqualTo(29094);
        assertThat(called().ports().haveTls()).isFalse();
    }

    @Test
    void keycloak_speaks_no_tls() {
        assertThatThrownBy(() -> called("--keycloak", "--tls")).hasMessage("How it is used");
    }

    @Test
    void an_option_that_means_nothing_is_answered_by_the_usage() {
        assertThatThrownBy(() -> called("--dmeo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("How it is used");
    }

    @Test
    void a_suite_serves_one_purpose() {
        assertThatThrownBy(() -> called("--demo", "--sandbox"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("How it is used");
    }

    private static Command called(String... words) {
        return Command.of(Stream.concat(Stream.of("."), Stream.of(words)).toArray(String[]::new), "How it is used");
    }
}
