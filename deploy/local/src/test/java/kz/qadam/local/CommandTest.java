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
        assertThat(ports("--keycloak").hasKeycloak()).isTrue();
        assertThat(ports("--sandbox", "--keycloak").keycloak()).isEqualTo(18180);
        assertThat(ports("--sandbox").hasKeycloak()).isFalse();
    }

    @Test
    void tls_is_an_option_of_every_suite() {
        assertThat(ports("--tls").haveTls()).isTrue();
        assertThat(ports("--sandbox", "--tls").kafkaInternal()).isEqualTo(29094);
        assertThat(ports().haveTls()).isFalse();
    }

    @Test
    void keycloak_speaks_tls_too() {
        Ports both = ports("--keycloak", "--tls");

        assertThat(both.provider()).hasToString("https://127.0.0.1:8180/realms/qadam");
        assertThat(both.haveTls()).isTrue();
    }

    @Test
    void kafka_asks_for_passwords_with_keycloak_or_tls_or_as_a_service_of_a_server() {
        assertThat(ports("--keycloak").protectKafka()).isTrue();
        assertThat(ports("--keycloak").haveTls()).isFalse();
        assertThat(ports("--tls").protectKafka()).isTrue();
        assertThat(ports().protectKafka()).isFalse();
        assertThat(called().ports(true).protectKafka()).isTrue();
        assertThat(called("--sandbox").ports(true).kafkaInternal()).isEqualTo(29094);
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

    private static Ports ports(String... words) {
        return called(words).ports(false);
    }

    private static Command called(String... words) {
        return Command.of(Stream.concat(Stream.of("."), Stream.of(words)).toArray(String[]::new), "How it is used");
    }
}
