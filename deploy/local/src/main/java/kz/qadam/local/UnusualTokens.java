package kz.qadam.local;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tokens for tests: that a service must refuse, or that carry less than it needs. */
public final class UnusualTokens {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Issuer issuer;

    UnusualTokens(Issuer issuer) {
        this.issuer = issuer;
    }

    /** A token that expired an hour ago. */
    public String expired(String role) {
        Instant end = CLOCK.instant().minus(Duration.ofHours(1));
        return issuer.token(Bearer.of(role), end.minus(Issuer.LIFE), end);
    }

    /** A token that is signed with an unknown key. */
    public String forged(String role) {
        return Issuer.create().token(Bearer.of(role), CLOCK);
    }

    /** A token that is for other services. */
    public String ofAnotherAudience(String role) {
        return issuer.sign(claims(role).audience("another").build());
    }

    /** A valid token without a role. */
    public String withoutRole() {
        return issuer.sign(claims("viewer").claim(Issuer.ROLES, null).build());
    }

    /** A valid token of a partner that does not say of which institution. */
    public String ofPartnerWithoutInstitution() {
        return issuer.sign(claims("viewer")
                .claim(Issuer.ROLES, List.of(Role.PARTNER.code()))
                .build());
    }

    /** A valid token that names this as its region, whatever it is. */
    public String ofRegion(String role, Object region) {
        return issuer.sign(claims(role).claim(Issuer.REGION, region).build());
    }

    /** A valid token of somebody with several roles, who acts for this institution. */
    public String withRoles(String institution, String... roles) {
        return issuer.sign(claims("viewer")
                .claim(Issuer.ROLES, List.of(roles))
                .claim("institution", institution)
                .build());
    }

    /** The same for somebody whose token names a region, too. */
    public String withRolesIn(String region, String institution, String... roles) {
        return issuer.sign(claims("viewer")
                .claim(Issuer.ROLES, List.of(roles))
                .claim("institution", institution)
                .claim(Issuer.REGION, region)
                .build());
    }

    private static JWTClaimsSet.Builder claims(String role) {
        Instant now = CLOCK.instant();
        return Issuer.claims(Bearer.of(role), now, now.plus(Issuer.LIFE));
    }
}
