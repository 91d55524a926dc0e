package kz.qadam.chassis.http.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The keys that the identity provider offers. OIDC asks for them whenever a token names a key that it does not have; so
 * forged tokens could make it ask for each of them. Here a token with an unknown key is verified only if the provider
 * was not asked for an unknown key shortly before; others wait for that answer, which contains all keys.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
class ProviderKeys implements OidcResponseFilter {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration askAgainAfter;
    private final AtomicLong answers = new AtomicLong();
    private volatile Set<String> offered = Set.of();
    private Question last;

    ProviderKeys(Clock clock, TokenConfig config) {
        this.clock = clock;
        this.askAgainAfter = config.askAgainAfter();
    }

    /** Notes the keys of each answer of the provider. */
    @Override
    public Uni<Void> filter(OidcResponseFilterContext answer) {
        if (answer.statusCode() != 200) {
            return Uni.createFrom().voidItem();
        }
        try {
            offered = new JsonObject(answer.responseBody().toString())
                    .getJsonArray("keys").stream()
                            .map(key -> ((JsonObject) key).getString("kid"))
                            .filter(Objects::nonNull)
                            .collect(Collectors.toUnmodifiableSet());
            answers.incrementAndGet();
            return Uni.createFrom().voidItem();
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            return Uni.createFrom().failure(new OIDCException("The keys of the provider cannot be read", e));
        }
    }

    /** Verifies a token that names this key. Fails with {@link OIDCException} if the provider would have to answer. */
    Uni<SecurityIdentity> verify(String key, Supplier<Uni<SecurityIdentity>> verification) {
        if (offered.contains(key)) {
            return verification.get().onFailure(ProviderFailures::isCauseOf).transform(ProviderFailures::of);
        }
        Question question;
        boolean isOwn;
        synchronized (this) {
            isOwn = last == null || last.isOver(clock.instant());
            question = isOwn ? new Question() : last;
            last = question;
        }
        if (isOwn) {
            return question.asked(Uni.createFrom().deferred(verification::get));
        }
        return question.answered().chain(() -> verifyAfterAnswer(question, key, verification));
    }

    private Uni<SecurityIdentity> verifyAfterAnswer(
            Question question, String key, Supplier<Uni<SecurityIdentity>> verification) {
        if (offered.contains(key) || !question.isAsked()) {
            return verify(key, verification);
        }
        return Uni.createFrom()
                .failure(
                        question.isAnswered
                                ? new AuthenticationFailedException("The provider offers no such key")
                                : new OIDCException("The provider of the keys does not answer"));
    }

    /**
     * A verification that makes OIDC ask the provider, unless OIDC refuses the token before. Then nothing is known of the
     * provider, and the next token may ask at once.
     */
    private final class Question {

        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final long answersBefore = answers.get();
        private volatile boolean isAnswered;
        private volatile boolean isFailed;
        private volatile Instant over = Instant.MAX;

        /** Whether the provider was asked, with or without an answer. */
        boolean isAsked() {
            return isAnswered || isFailed;
        }

        /** Whether the provider may be asked again. */
        boolean isOver(Instant now) {
            return now.isAfter(over);
        }

        Uni<Void> answered() {
            return Uni.createFrom().completionStage(end);
        }

        Uni<SecurityIdentity> asked(Uni<SecurityIdentity> verification) {
            return verification
                    .onTermination()
                    .invoke((identity, failure, isCancelled) -> {
                        isFailed = ProviderFailures.isCauseOf(failure);
                        isAnswered = !isFailed && answers.get() != answersBefore;
                        over = isAsked()
                                ? clock.instant().plus(isAnswered ? askAgainAfter : AFTER_FAILURE)
                                : Instant.MIN;
                        end.complete(null);
                    })
                    .onFailure(ProviderFailures::isCauseOf)
                    .transform(ProviderFailures::of);
        }
    }
}
