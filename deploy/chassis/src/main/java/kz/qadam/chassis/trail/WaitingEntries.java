package kz.qadam.chassis.trail;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import kz.qadam.chassis.background.BackgroundLoop;
import kz.qadam.chassis.background.BackgroundLoops;
import kz.qadam.chassis.database.Database;
import org.jboss.logging.Logger;

/**
 * Entries about requests that change nothing, which wait to be written together. None is dropped while the process runs:
 * if the database does not take them, requests that would add more are refused before they read anything.
 */
@ApplicationScoped
class WaitingEntries {

    private static final Logger LOG = Logger.getLogger(WaitingEntries.class);

    /** How many are written by one statement. */
    private static final int TOGETHER = 500;

    private final LinkedBlockingQueue<TrailEntry> waiting = new LinkedBlockingQueue<>();
    private final Trail trail;
    private final Database database;
    private final TrailConfig config;
    private BackgroundLoop loop;

    WaitingEntries(Trail trail, Database database, TrailConfig config) {
        this.trail = trail;
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loop = loops.start(new BackgroundLoop("trail", config.writeEvery(), this::write, this::writeAll));
    }

    boolean isFull() {
        return waiting.size() >= config.mostWaiting();
    }

    void add(TrailEntry entry) {
        waiting.add(entry);
        if (waiting.size() == TOGETHER && loop != null) {
            loop.wake();
        }
    }

    /** Writes the next entries; they wait until they are durable. Returns whether there may be more. */
    boolean write() {
        List<TrailEntry> next = waiting.stream().limit(TOGETHER).toList();
        if (next.isEmpty()) {
            return false;
        }
        database.transaction(handle -> {
            trail.add(handle, next);
            return null;
        });
        next.forEach(written -> waiting.poll());
        return next.size() == TOGETHER;
    }

    /** Before the process ends. */
    private void writeAll() {
        try {
            boolean more = true;
            while (more) {
                more = write();
            }
        } catch (RuntimeException e) {
            LOG.errorf(Database.loggable(e), "%d entries of the trail are lost", waiting.size());
        }
    }
}
