package kz.qadam.chassis.http.security;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Caches which institutions are not active, so that one query serves many requests. */
@ApplicationScoped
public class SuspensionCache {

    /** How long the former state of an institution may be used after it was suspended or reactivated. */
    static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private static final String ALL = "all";

    private final AsyncLoadingCache<String, Set<String>> suspended;
    private volatile Set<String> last = Set.of();

    SuspensionCache(Instance<Suspensions> suspensions, ManagedExecutor executor) {
        this.suspended = Caffeine.newBuilder()
                .executor(executor)
                .expireAfterWrite(KNOWN_FOR)
                .buildAsync(all -> last = suspensions.isUnsatisfied()
                        ? Set.of()
                        : suspensions.get().suspended());
    }

    /** The codes of the suspended institutions. */
    CompletableFuture<Set<String>> codes() {
        return suspended.get(ALL);
    }

    /**
     * Whether a submitter was active at the last query. The method never waits: if the state is too old, it starts a
     * new query for later calls.
     */
    public boolean isActive(Submitter submitter) {
        if (submitter.institution().isEmpty()) {
            return true;
        }
        CompletableFuture<Set<String>> unused = codes();
        return !last.contains(submitter.institution().get());
    }
}
