package kz.qadam.chassis.http.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a token that is signed by another algorithm, or that is no access token, before its signature is verified; and
 * one whose key the provider does not offer, without asking the provider each time.
 */
@ApplicationScoped
class TokenScreening {

    private static final Set<String> HEADER_TYPES = Set.of("at+jwt", "application/at+jwt");
    private static final Set<String> ANY_JWT = Set.of("jwt", "application/jwt");
    private static final String CLAIMED_TYPE = "Bearer";

    private final TokenConfig config;
    private final ProviderKeys keys;
    private final boolean hasProvider;

    TokenScreening(
            TokenConfig config,
            ProviderKeys keys,
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> keyOfLocalIssuer) {
        this.config = config;
        this.keys = keys;
        this.hasProvider = keyOfLocalIssuer.isEmpty();
    }

    /** Verifies the token, unless it is refused by what it says about itself. */
    Uni<SecurityIdentity> screen(String token, Supplier<Uni<SecurityIdentity>> verification) {
        UnverifiedToken unverified;
        try {
            unverified = UnverifiedToken.of(token);
            requireAlgorithm(unverified);
            requireType(unverified);
        } catch (AuthenticationFailedException e) {
            return Uni.createFrom().failure(e);
        }
        if (!hasProvider) {
            return verification.get();
        }
        if (unverified.key() == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException("The token names no key"));
        }
        return keys.verify(unverified.key(), verification);
    }

    private void requireAlgorithm(UnverifiedToken token) {
        if (token.algorithm() == null || !config.algorithms().contains(token.algorithm())) {
            throw new AuthenticationFailedException("The token is signed by another algorithm");
        }
    }

    private void requireType(UnverifiedToken token) {
        String inHeader = token.headerType() == null ? "" : token.headerType().toLowerCase(Locale.ROOT);
        boolean isTyped = HEADER_TYPES.contains(inHeader) || CLAIMED_TYPE.equals(token.claimedType());
        boolean isContradicted = !(inHeader.isEmpty() || HEADER_TYPES.contains(inHeader) || ANY_JWT.contains(inHeader))
                || !(token.claimedType() == null || CLAIMED_TYPE.equals(token.claimedType()));
        if (isContradicted || !(isTyped || config.untyped())) {
            throw new AuthenticationFailedException("The token is not an access token");
        }
    }
}
