package kz.qadam.chassis.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class RememberedTokensTest {

    private static final Instant NOW = Instant.parse("2026-05-31T10:00:00.25Z");

    @Test
    void a_token_is_remembered_for_a_minute() {
        assertThat(VerifiedTokenCache.cacheFor(expiringAt(NOW.plusSeconds(3600)), NOW))
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_token_is_not_remembered_beyond_its_expiry() {
        assertThat(VerifiedTokenCache.cacheFor(expiringAt(Instant.parse("2026-05-31T10:00:10Z")), NOW))
                .isEqualTo(Duration.ofMillis(9_750));
    }

    @Test
    void an_expired_token_is_not_remembered() {
        assertThat(VerifiedTokenCache.cacheFor(expiringAt(NOW.minusSeconds(1)), NOW))
                .isEqualTo(Duration.ZERO);
    }

    private static SecurityIdentity expiringAt(Instant expiry) {
        var claims = new JwtClaims();
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .build();
    }
}
