package kz.qadam.chassis.security;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Which institutions are not active any more, as read a moment ago, so that one read serves many who ask. */
@ApplicationScoped
public class KnownSuspensions {

    /** How long an institution that has just been suspended, or admitted again, may be taken for what it was. */
    static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private static final String ALL = "all";

    private final AsyncLoadingCache<String, Set<String>> suspended;
    private volatile Set<String> last = Set.of();

    KnownSuspensions(Instance<Suspensions> suspensions, ManagedExecutor executor) {
        this.suspended = Caffeine.newBuilder()
                .executor(executor)
                .expireAfterWrite(KNOWN_FOR)
                .buildAsync(all -> last = suspensions.isUnsatisfied()
                        ? Set.of()
                        : suspensions.get().suspended());
    }

    /** Their codes. */
    CompletableFuture<Set<String>> codes() {
        return suspended.get(ALL);
    }

    /**
     * Whether a submitter was active when that was last read. It never waits: where it is time to read again, that begins, and
     * a later call has what came of it.
     */
    public boolean isActive(Submitter submitter) {
        if (submitter.institution().isEmpty()) {
            return true;
        }
        CompletableFuture<Set<String>> unused = codes();
        return !last.contains(submitter.institution().get());
    }
}
