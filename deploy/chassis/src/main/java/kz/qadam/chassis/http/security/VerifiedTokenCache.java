package kz.qadam.chassis.http.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.problem.UnroutedProblems;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Screens tokens and caches verified ones, since the verification of a signature costs more than the rest of a request.
 * A verified token is cached for at most a minute and never beyond its expiry; an invalid token is not cached. Keys of
 * institutions are left to {@link KeyAuthentication}.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokenCache implements HttpAuthenticationMechanism {

    static final Duration AT_MOST = Duration.ofMinutes(1);
    private static final String BEARER = "Bearer ";

    private final OidcAuthenticationMechanism oidc;
    private final TokenScreening screening;
    private final KeyAuthentication keys;
    private final Cache<String, SecurityIdentity> known;

    VerifiedTokenCache(
            OidcAuthenticationMechanism oidc, TokenScreening screening, KeyAuthentication keys, Clock clock) {
        this.oidc = oidc;
        this.screening = screening;
        this.keys = keys;
        known = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfter(Expiry.<String, SecurityIdentity>creating(
                        (header, identity) -> cacheFor(identity, clock.instant())))
                .build();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) return oidc.authenticate(request, providers);
        if (!isBearer(header)) return keys.authenticate(header);
        SecurityIdentity remembered = known.getIfPresent(header);
        if (remembered != null) return Uni.createFrom().item(remembered);
        String token = header.substring(BEARER.length()).strip();
        return screening
                .screen(token, () -> oidc.authenticate(request, providers))
                .invoke(identity -> {
                    if (identity != null && identity.getCredential(AccessTokenCredential.class) != null) {
                        known.put(header, forManyRequests(identity));
                    }
                });
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    /** How long a token may be cached from now on: a minute, or less if it expires earlier. */
    static Duration cacheFor(SecurityIdentity identity, Instant now) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) return Duration.ZERO;
        Duration left = Duration.between(now, Instant.ofEpochSecond(token.getExpirationTime()));
        if (left.isNegative()) return Duration.ZERO;
        return left.compareTo(AT_MOST) < 0 ? left : AT_MOST;
    }

    /**
     * The identity with its actor, and without the reference to its request, which OIDC adds: a cached identity would keep
     * the request in memory.
     */
    private static SecurityIdentity forManyRequests(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addAttribute(Caller.ACTOR, Caller.of(identity).actor(false).orElseThrow())
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    /**
     * For paths secured by configuration, which have no resource method and so no exception mapper. People are led to
     * the provider.
     */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        if (StaffSessionFilter.isFor(request)) return HttpAuthenticationMechanism.super.sendChallenge(request);
        UnroutedProblems.answer(request, ProblemType.UNAUTHORIZED);
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }
}
