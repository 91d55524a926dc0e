package kz.qadam.progress.xapi;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/**
 * How many statements an institution may send. A quota of its own: a stream of clicks takes nothing from the completions
 * that the institution sends itself. A body is taken as a whole; what exceeds the quota is a debt.
 */
@ApplicationScoped
class StatementQuota {

    private final LoadingCache<String, Bucket> buckets;

    StatementQuota(PlatformAccountsConfig config) {
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofHours(1))
                .build(institution -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(config.atOnce()).refillGreedy(config.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }

    /** @throws Problem {@link ProblemType#TOO_MANY_REQUESTS} if it has sent too many before */
    void require(String institution) {
        Bucket bucket = buckets.get(institution);
        if (bucket.getAvailableTokens() <= 0) {
            long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
            throw new Problem(
                    ProblemType.TOO_MANY_REQUESTS,
                    Message.of("too-many/statements"),
                    Duration.ofSeconds(1 + Duration.ofNanos(nanos).toSeconds()));
        }
    }

    void spend(String institution, int statements) {
        if (statements > 0) {
            buckets.get(institution).consumeIgnoringRateLimits(statements);
        }
    }
}
