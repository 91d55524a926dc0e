package kz.qadam.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Lets the JVM learn, while a suite runs, to start its services quickly, if it is of a release that cannot be trained for
 * that. For each service a process loads what a start needs, but neither answers nor works, and ends. It uses only time of
 * the processors that is left over. A service that is started before that starts slowly.
 */
final class StartLearning implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Launches launches;
    private ChildProcess current;
    private boolean closed;

    StartLearning(Launches launches) {
        this.launches = launches;
    }

    void begin() {
        if (!StartCache.isTrained()) {
            var thread = new Thread(this::learn, "learning");
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
        try (var claim = FileChannel.open(cache.claim(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = claim.tryLock()) {
            if (lock != null && !cache.isFresh() && start(service) && Patience.exitCode(current.process()) == 0) {
                cache.keep();
            }
        } catch (OverlappingFileLockException e) {
            // It is a suite of this very process.
        }
    }

    private synchronized boolean start(Service service) throws IOException {
        if (!closed) {
            current = launches.learner(service);
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
