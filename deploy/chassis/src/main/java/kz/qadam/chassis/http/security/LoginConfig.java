package kz.qadam.chassis.http.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people log in on the pages. The client of the pages is configured by {@code quarkus.oidc.staff.*}. */
@ConfigMapping(prefix = "qadam.login")
interface LoginConfig {

    /** Whether people log in at the provider. Without this, there is nothing below {@code /staff}. */
    @WithDefault("false")
    boolean enabled();

    /** How long a session goes on before the provider is asked again whether it has ended. */
    @WithDefault("5s")
    Duration askAgainAfter();
}
