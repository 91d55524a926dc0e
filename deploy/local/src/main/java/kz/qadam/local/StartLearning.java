package kz.qadam.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the JVM learn, while a suite runs, to start its services quickly, if it is of a release that cannot be trained for
 * that. For each service a process loads what a start needs, but neither answers nor works, and ends. It uses only time of
 * the processors that is left over. A service that is started before that starts slowly.
 */
final class StartLearning implements AutoCloseable {

    /** Of its processes and their log. */
    static final String NAME = "learning";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A start that waits, for a newer version to migrate its database, never ends. */
    private static final Duration TO_LEARN = Duration.ofMinutes(3);
    /** What suites of this very process learn: the system's locks are between processes. */
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Launches launches;
    private ChildProcess current;
    private boolean closed;

    StartLearning(Launches launches) {
        this.launches = launches;
    }

    void begin() {
        if (!StartCache.isTrained()) {
            var thread = new Thread(this::learn, NAME);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Whoever cannot write beside the packaged services starts them slowly again. */
    private void learn() {
        try {
            for (Service service : Service.values()) {
                learn(service);
            }
        } catch (IOException e) {
            close();
        }
    }

    /** If another suite of the same build learns at this time, this one need not. */
    private void learn(Service service) throws IOException {
        StartCache cache = launches.startCache(service);
        if (!CLAIMED.add(cache.claim())) {
            return;
        }
        try (var claim = FileChannel.open(cache.claim(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = claim.tryLock()) {
            if (lock != null && !cache.isFresh() && start(service) && hasLearned()) {
                cache.keep();
            }
        } finally {
            CLAIMED.remove(cache.claim());
        }
    }

    private boolean hasLearned() {
        if (current.ended(TO_LEARN)) {
            return current.process().exitValue() == 0;
        }
        current.kill();
        return false;
    }

    private synchronized boolean start(Service service) throws IOException {
        if (!closed) {
            current = launches.learner(service, NAME);
        }
        return !closed;
    }

    /** Stops learning; what was not finished is not used. */
    @Override
    public synchronized void close() {
        closed = true;
        if (current != null) {
            current.stop("KILL", PATIENCE);
        }
    }
}
