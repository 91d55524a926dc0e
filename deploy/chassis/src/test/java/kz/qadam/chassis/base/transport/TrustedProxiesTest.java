package kz.qadam.chassis.base.transport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    @Test
    void a_service_that_would_believe_everybody_does_not_start_and_says_what_to_set() {
        assertThatThrownBy(() -> TrustedProxies.requireNames(true, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES");
    }

    @Test
    void a_service_that_believes_named_proxies_starts() {
        assertThatCode(() -> TrustedProxies.requireNames(true, List.of("10.0.0.7")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_service_that_believes_no_header_starts() {
        assertThatCode(() -> TrustedProxies.requireNames(false, List.of())).doesNotThrowAnyException();
    }
}
