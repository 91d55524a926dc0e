package kz.qadam.chassis.http.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalIssuerCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "2001:db8::1", "no-such-host.invalid"})
    void a_service_that_other_machines_can_reach_does_not_start_and_says_what_to_set(String host) {
        assertThatThrownBy(() -> LocalIssuerCheck.requireLoopback(host, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(host)
                .hasMessageContaining("QUARKUS_PROFILE=keycloak")
                .hasMessageContaining("QADAM_TOKENS_TRIAL=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void a_service_that_only_its_own_machine_can_reach_starts(String host) {
        assertThatCode(() -> LocalIssuerCheck.requireLoopback(host, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void a_trial_starts_anywhere(String host) {
        assertThatCode(() -> LocalIssuerCheck.requireLoopback(host, true)).doesNotThrowAnyException();
    }
}
