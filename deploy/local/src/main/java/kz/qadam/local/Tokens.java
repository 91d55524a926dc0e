package kz.qadam.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bearer tokens for tests against {@link QadamBackends}: valid for 12 hours, signed with the private key whose public
 * key the service under test knows.
 */
public final class Tokens {

    private static final Clock CLOCK = Clock.systemUTC();

    /** Those that were given out: a signature costs more than most requests of tests. */
    private static final Map<Bearer, String> VALID = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token for {@code office}, {@code auditor} or {@code viewer}. */
    public static String of(String role) {
        return valid(Bearer.of(role));
    }

    /** A token for a {@code partner} or {@code partner-admin}, who acts for this institution; or for who sees only this region. */
    public static String of(String role, String code) {
        return valid(Bearer.of(role, code));
    }

    /** A token that expired an hour ago. */
    public static String expired(String role, String institution) {
        var end = CLOCK.instant().minus(Duration.ofHours(1));
        return issuer().token(Bearer.of(role, institution), end.minus(Issuer.LIFE), end);
    }

    /** A token for {@code office}, {@code auditor} or {@code viewer} that is valid until this instant. */
    public static String until(String role, Instant end) {
        return issuer().token(Bearer.of(role), end.minus(Issuer.LIFE), end);
    }

    /** A token with the same claims, signed with an unknown key. */
    public static String forged(String role, String institution) {
        return Issuer.createShort().token(Bearer.of(role, institution), CLOCK);
    }

    /** Tokens that a service refuses, or that carry less than usual ones. */
    public static UnusualTokens unusual() {
        return new UnusualTokens(issuer());
    }

    private static String valid(Bearer bearer) {
        return VALID.computeIfAbsent(bearer, one -> issuer().token(one, CLOCK));
    }

    private static Issuer issuer() {
        try {
            return TestHome.issuer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
