package kz.qadam.chassis.http.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people log in on the pages. The client of the pages is configured by {@code quarkus.oidc.staff.*}. */
@ConfigMapping(prefix = "qadam.login")
interface LoginConfig {

    /** Whether people log in at the provider. Without this and without {@link #byToken} there is nothing below
     * {@code /staff}. */
    @WithDefault("false")
    boolean enabled();

    /**
     * Whether a token of the local issuer is exchanged for a session. A service that other machines can reach does not
     * start with this, and neither does one at whose provider people log in.
     */
    @WithDefault("false")
    boolean byToken();

    /** How long a session goes on before the provider is asked again whether it has ended. */
    @WithDefault("5s")
    Duration askAgainAfter();
}
