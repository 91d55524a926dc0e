package kz.qadam.chassis.http.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Which tokens are accepted. Issuer, keys and audience are configured by {@code quarkus.oidc.*}. */
@ConfigMapping(prefix = "qadam.tokens")
interface TokenConfig {

    /** The algorithms by which tokens may be signed, all of them asymmetric. */
    @WithDefault("RS256,ES256")
    Set<String> algorithms();

    /**
     * Whether an access token may leave its type out. Without this, it has the type {@code at+jwt} in its header (RFC
     * 9068) or the claim {@code typ} with the value {@code Bearer} (Keycloak).
     */
    @WithDefault("false")
    boolean untyped();

    /** After a token with an unknown key, how long the provider is not asked for unknown keys again. */
    @WithDefault("10s")
    Duration askAgainAfter();

    /**
     * Whether this is a trial. Only in a trial may a service that other machines can reach accept tokens of a local
     * issuer.
     */
    @WithDefault("false")
    boolean trial();
}
