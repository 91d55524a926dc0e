package kz.qadam.chassis.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers an institution that asks more than its share with 429, so that the others are served. Those without a token are
 * a proxy's concern, which can answer them from a cache; the office and auditors are few.
 */
@ApplicationScoped
public class RequestLimit {

    private final CurrentIdentityAssociation identities;
    private final LoadingCache<String, Bucket> buckets;

    RequestLimit(CurrentIdentityAssociation identities, RequestLimitConfig config) {
        this.identities = identities;
        Duration full = Duration.ofSeconds(1 + config.atOnce() / config.perSecond());
        buckets = Caffeine.newBuilder()
                .expireAfterAccess(full)
                .build(institution -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(config.atOnce()).refillGreedy(config.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }

    /** Null lets a request through. A token that cannot be trusted is judged where an endpoint asks for it. */
    @ServerRequestFilter
    public Uni<Response> limit(HttpHeaders headers) {
        if (headers.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .getDeferredIdentity()
                .map(this::counted)
                .onFailure(SecurityException.class)
                .recoverWithNull();
    }

    private Response counted(SecurityIdentity identity) {
        Caller caller = new Caller(identity);
        caller.institution()
                .map(buckets::get)
                .filter(bucket -> !bucket.tryConsume(1))
                .ifPresent(empty -> {
                    throw new Problem(ProblemType.TOO_MANY_REQUESTS);
                });
        return null;
    }
}
