package kz.qadam.chassis.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * What each institution may use: a bucket of tokens that is refilled all the time. It reads over HTTP as
 * draft-ietf-httpapi-ratelimit-headers-10 says.
 */
final class Quota {

    /** A debt is forgotten with its bucket, so that one is kept for longer than any debt takes to be paid. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final String name;
    private final String policy;
    private final long atOnce;
    private final long perSecond;
    private final LoadingCache<String, Bucket> buckets;

    /** @param unit of the quota; null for requests */
    Quota(String name, String unit, long perSecond, long atOnce) {
        this.name = name;
        this.atOnce = atOnce;
        this.perSecond = perSecond;
        this.policy = "\"%s\";q=%d;w=%d%s"
                .formatted(name, atOnce, seconds(atOnce), unit == null ? "" : ";qu=\"" + unit + "\"");
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(KEPT.plusSeconds(seconds(atOnce)))
                .build(institution -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /** Takes one, if there is one left. */
    boolean take(String institution) {
        return buckets.get(institution).tryConsume(1);
    }

    /** Takes so many, also beyond what is left: that is a debt. */
    void spend(String institution, int many) {
        if (many > 0) {
            buckets.get(institution).consumeIgnoringRateLimits(many);
        }
    }

    boolean isSpent(String institution) {
        return buckets.get(institution).getAvailableTokens() <= 0;
    }

    /** In how many seconds there is one again: at least 1. */
    long secondsUntilNext(String institution) {
        long nanos = buckets.get(institution).estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Math.max(1, Duration.ofNanos(nanos).plusSeconds(1).minusNanos(1).toSeconds());
    }

    /** An item of the field RateLimit-Policy: what may be used at once, and in how many seconds it is there again. */
    String policy() {
        return policy;
    }

    /** An item of the field RateLimit: what is left, and for how many seconds it has to last. */
    String available(String institution) {
        long left = buckets.get(institution).getAvailableTokens();
        long time = left > 0 ? seconds(atOnce - left) : secondsUntilNext(institution);
        return "\"" + name + "\";r=" + Math.max(0, left) + ";t=" + time;
    }

    /** To refill so much. */
    private long seconds(long tokens) {
        return (tokens + perSecond - 1) / perSecond;
    }
}
