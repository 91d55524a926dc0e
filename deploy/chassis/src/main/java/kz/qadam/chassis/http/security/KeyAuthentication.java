package kz.qadam.chassis.http.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.BasicScheme;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/**
 * Authenticates the programs of institutions that show a key by the scheme Basic (RFC 7617). An unknown, expired or
 * revoked key and a wrong secret are answered alike.
 */
@ApplicationScoped
class KeyAuthentication {

    private static final int LENGTH_OF_ID = 36;
    private static final int LENGTH_OF_SECRET = 43;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    /** What a program shows. */
    private record Credentials(String id, String secret) {

        static Credentials read(String header) {
            try {
                String shown =
                        new String(Base64.getDecoder().decode(BasicScheme.credentials(header)), StandardCharsets.UTF_8);
                if (shown.length() == LENGTH_OF_ID + 1 + LENGTH_OF_SECRET && shown.charAt(LENGTH_OF_ID) == ':') {
                    return new Credentials(shown.substring(0, LENGTH_OF_ID), shown.substring(LENGTH_OF_ID + 1));
                }
            } catch (IllegalArgumentException e) {
                throw new AuthenticationFailedException("Not in Base64", e);
            }
            throw new AuthenticationFailedException("No key has this form");
        }
    }

    private final KeyDirectory directory;
    private final PartnerKeyConfig config;
    private final Clock clock;

    KeyAuthentication(KeyDirectory directory, PartnerKeyConfig config, Clock clock) {
        this.directory = directory;
        this.config = config;
        this.clock = clock;
    }

    /** The identity of the key in a header Authorization; null if the header has another scheme. */
    Uni<SecurityIdentity> authenticate(String header) {
        if (!BasicScheme.isIn(header)) {
            return Uni.createFrom().nullItem();
        }
        Credentials shown;
        try {
            shown = Credentials.read(header);
        } catch (AuthenticationFailedException e) {
            return Uni.createFrom().failure(e);
        }
        return Uni.createFrom()
                .completionStage(directory::keys)
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause)
                .map(keys -> identity(keys, shown));
    }

    private SecurityIdentity identity(KnownKeys keys, Credentials shown) {
        Instant now = clock.instant();
        if (keys.isOutdated(now, config.outdatedAfter())) {
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("keys-outdated"), RETRY_AFTER);
        }
        KnownKeys.KnownKey known = keys.find(shown.id(), now)
                .filter(found -> found.key().hasSecret(shown.secret()))
                .orElseThrow(() -> new AuthenticationFailedException("There is no such key"));
        directory.noteUse(known.key().id(), now);
        return known.identity();
    }
}
