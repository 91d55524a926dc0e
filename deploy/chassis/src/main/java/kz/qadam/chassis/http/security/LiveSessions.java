package kz.qadam.chassis.http.security;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcProviderClient;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Asks the provider whether a person is still logged in, and remembers the answer for some seconds. So a session ends with
 * the log out, on each instance of each service, also for somebody who has copied its cookie.
 */
@ApplicationScoped
class LiveSessions {

    private static final Logger LOG = Logger.getLogger(LiveSessions.class);

    private static final int MOST_REMEMBERED = 10_000;

    /** By access token. */
    private final AsyncCache<String, Boolean> known;

    LiveSessions(LoginConfig config) {
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(config.askAgainAfter())
                .buildAsync();
    }

    /**
     * Whether the session of this access token goes on. If the provider cannot say, it does: the token ends within minutes,
     * and is not renewed without the provider.
     */
    Uni<Boolean> goesOn(SecurityIdentity person, String accessToken) {
        OidcProviderClient provider = person.getAttribute(OidcProviderClient.class.getName());
        return Uni.createFrom()
                .completionStage(() -> known.get(
                        accessToken, (token, executor) -> ask(provider, token).subscribeAsCompletionStage()));
    }

    private static Uni<Boolean> ask(OidcProviderClient provider, String token) {
        return Uni.createFrom()
                .deferred(() -> provider.getUserInfo(token))
                .map(known -> true)
                .onFailure()
                .recoverWithItem(failure -> {
                    boolean isEnded = isRefusal(failure);
                    if (!isEnded) {
                        LOG.warnf("The provider does not say whether a session goes on: %s", failure.getMessage());
                    }
                    return !isEnded;
                });
    }

    /** Whether the provider has refused the token (RFC 6750), and not only failed to answer. */
    private static boolean isRefusal(Throwable failure) {
        String said = String.valueOf(failure.getMessage());
        return failure instanceof OIDCException && (said.contains("invalid_token") || said.contains("401"));
    }
}
