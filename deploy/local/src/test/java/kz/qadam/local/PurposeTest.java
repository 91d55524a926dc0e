package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the figures of a suite become public, and when its trails are sealed. */
class PurposeTest {

    private static final String TRIAL = "QADAM_RELEASES_TRIAL";

    @Test
    void figures_of_real_people_are_not_released_as_in_a_trial() {
        assertThat(Purpose.USE.releases()).isEmpty();
    }

    @Test
    void the_series_of_a_demo_is_a_trial_that_is_opened_when_it_is_loaded() {
        assertThat(Purpose.DEMO.releases()).isEqualTo(Map.of(TRIAL, "true"));
    }

    @Test
    void the_series_of_a_sandbox_is_a_trial_that_opens_by_itself() {
        assertThat(Purpose.SANDBOX.releases()).isEqualTo(Map.of(TRIAL, "true", "QADAM_RELEASES_OPEN", "itself"));
    }

    @Test
    void trails_are_sealed_each_minute_in_a_trial_only() {
        assertThat(Purpose.SANDBOX.archive()).isEqualTo(Map.of("QADAM_ARCHIVE_SEAL_EVERY", "1m"));
        assertThat(Purpose.USE.archive()).isEmpty();
    }

    @Test
    void a_server_for_real_people_lets_in_whom_a_provider_knows() {
        Map<String, String> server = Map.of("QADAM_SERVER", "true");

        assertThatThrownBy(() -> Purpose.USE.requireProviderFor(server, false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("QADAM_OPTIONS=--keycloak")
                .hasMessageContaining("QADAM_TOKENS_TRIAL=true");
        assertThatCode(() -> Purpose.USE.requireProviderFor(server, true)).doesNotThrowAnyException();
    }

    @Test
    void a_server_that_says_that_it_is_a_trial_may_sign_its_tokens_itself() {
        assertThatCode(() -> {
                    Purpose.USE.requireProviderFor(Map.of("QADAM_SERVER", "true", "QADAM_TOKENS_TRIAL", "true"), false);
                    Purpose.SANDBOX.requireProviderFor(Map.of("QADAM_SERVER", "true"), false);
                    Purpose.USE.requireProviderFor(Map.of(), false);
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", ""})
    void a_suite_for_real_use_refuses_the_variable_of_trials_whatever_its_value(String value) {
        assertThatThrownBy(() -> Purpose.USE.requireReleasesFor(Map.of(TRIAL, value)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(TRIAL)
                .hasMessageContaining("--demo")
                .hasMessageContaining("--sandbox");
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"DEMO", "SANDBOX"})
    void a_trial_may_be_given_the_variable_that_it_sets_itself(Purpose purpose) {
        assertThatCode(() -> purpose.requireReleasesFor(Map.of(TRIAL, "true"))).doesNotThrowAnyException();
    }
}
