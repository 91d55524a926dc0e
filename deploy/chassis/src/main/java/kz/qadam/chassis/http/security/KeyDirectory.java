package kz.qadam.chassis.http.security;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * All keys of institutions in memory, so that a request with a key reads no database, whether or not there is such a
 * key. While keys are shown, one query after each interval reads what has changed.
 */
@ApplicationScoped
public class KeyDirectory {

    private static final String ALL = "all";

    private final AsyncLoadingCache<String, KnownKeys> cached;
    private final Clock clock;
    private final Duration outdatedAfter;
    private final Map<UUID, Instant> uses = new ConcurrentHashMap<>();
    private volatile KnownKeys last = KnownKeys.NONE;

    KeyDirectory(PartnerKeySource keys, PartnerKeyConfig config, ManagedExecutor executor, Clock clock) {
        this.clock = clock;
        this.outdatedAfter = config.outdatedAfter();
        this.cached = Caffeine.newBuilder()
                .executor(executor)
                .expireAfterWrite(config.refreshAfter())
                .buildAsync(all -> last = last.with(keys.changedSince(last.until()), clock.instant()));
    }

    CompletableFuture<KnownKeys> keys() {
        return cached.get(ALL);
    }

    /**
     * Whether a key was neither revoked nor expired at the last query, and the state of keys is not outdated. The method
     * never waits: if the state is too old, it starts a new query for later calls.
     *
     * @param key as {@link Caller#key} names it
     */
    public boolean isLive(UUID key) {
        CompletableFuture<KnownKeys> unused = keys();
        KnownKeys known = last;
        Instant now = clock.instant();
        return !known.isOutdated(now, outdatedAfter)
                && known.find(key.toString(), now).isPresent();
    }

    /** To be called after a commit that made or revoked a key: this instance then knows it at once. */
    public void refresh() {
        cached.synchronous().invalidateAll();
    }

    void noteUse(UUID key, Instant now) {
        uses.put(key, now);
    }

    /** When each key was used last since the former call. */
    public Map<UUID, Instant> takeUses() {
        Map<UUID, Instant> taken = new HashMap<>(uses);
        taken.forEach(uses::remove);
        return taken;
    }
}
