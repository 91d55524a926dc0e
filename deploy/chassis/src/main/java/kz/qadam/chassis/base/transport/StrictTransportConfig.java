package kz.qadam.chassis.base.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How browsers are committed to TLS ({@code Strict-Transport-Security}, RFC 6797). */
@ConfigMapping(prefix = "qadam.strict-transport")
interface StrictTransportConfig {

    /**
     * Whether a proxy in front of this service speaks TLS with everybody, and its headers do not say so. Without this,
     * browsers are committed over TLS only: the service's own, or that of a trusted proxy which sends the protocol
     * ({@code quarkus.http.proxy.*}).
     */
    @WithDefault("false")
    boolean always();

    /** For how long a browser then uses nothing but TLS. */
    @WithDefault("365D")
    Duration maxAge();

    /** Whether this holds for all hosts below the host of the service, too. */
    @WithDefault("true")
    boolean includeSubdomains();
}
