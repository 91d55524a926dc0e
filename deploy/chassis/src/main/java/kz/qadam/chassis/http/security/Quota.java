package kz.qadam.chassis.http.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * A quota for each institution: a token bucket that is refilled continuously. Its HTTP headers follow
 * draft-ietf-httpapi-ratelimit-headers-10.
 */
final class Quota {

    static final long NONE = -1;

    /** How long an unused bucket is kept: a debt ends with its bucket, so this is longer than any debt lasts. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final String name;
    private final String policy;
    private final long atOnce;
    private final long perSecond;
    private final LoadingCache<String, Bucket> buckets;

    /** @param unit the unit of the quota; null for requests */
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

    /** Takes one token, and returns how many are left; if none was left, returns {@link #NONE}. */
    long take(String institution) {
        ConsumptionProbe taken = buckets.get(institution).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? taken.getRemainingTokens() : NONE;
    }

    /** Takes this many tokens; if fewer are left, the rest is a debt. */
    void spend(String institution, int many) {
        if (many > 0) {
            buckets.get(institution).consumeIgnoringRateLimits(many);
        }
    }

    boolean isSpent(String institution) {
        return buckets.get(institution).getAvailableTokens() <= 0;
    }

    /** In how many seconds a token is available again: at least 1. */
    long secondsUntilNext(String institution) {
        long nanos = buckets.get(institution).estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Math.max(1, Duration.ofNanos(nanos).plusSeconds(1).minusNanos(1).toSeconds());
    }

    /**
     * An item of the field RateLimit-Policy: how much may be used at once, and in how many seconds this is available
     * again.
     */
    String policy() {
        return policy;
    }

    /** An item of the field RateLimit: how much is left, and for how many seconds it must last. */
    String available(String institution) {
        return available(institution, buckets.get(institution).getAvailableTokens());
    }

    /** The same for what was left when a token was taken. */
    String available(String institution, long left) {
        long time = left > 0 ? seconds(atOnce - left) : secondsUntilNext(institution);
        return "\"" + name + "\";r=" + Math.max(0, left) + ";t=" + time;
    }

    /** The seconds to refill this many tokens. */
    private long seconds(long tokens) {
        return (tokens + perSecond - 1) / perSecond;
    }
}
