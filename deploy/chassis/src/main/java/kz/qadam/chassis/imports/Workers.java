package kz.qadam.chassis.imports;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.process.EssentialThread;
import org.jboss.logging.Logger;

/** Those who take files in, where there is something to take in at all. Several instances share the work. */
@ApplicationScoped
class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final long PATIENCE_MILLIS = 10_000;

    private final Work work;
    private final Parts parts;
    private final ImportsConfig config;
    private final List<Thread> threads = new ArrayList<>();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean open = true;

    Workers(Work work, Parts parts, ImportsConfig config) {
        this.work = work;
        this.parts = parts;
        this.config = config;
    }

    void start(
            @Observes StartupEvent event, Database database, Jobs jobs, HeaderSealing headers, MeterRegistry metrics) {
        if (!work.isThereAny()) {
            return;
        }
        parts.keys();
        headers.seal();
        Gauge.builder("qadam.imports.unreadable", jobs, all -> database.transaction(all::unreadable))
                .description("Files that wait for a key that is not listed")
                .register(metrics);
        Gauge.builder("qadam.imports.waiting", jobs, all -> database.transaction(all::unfinished))
                .description("Files that are not taken in to their end")
                .register(metrics);
        for (int i = 0; i < config.workers(); i++) {
            Thread thread = EssentialThread.of("import-" + i, this::run);
            threads.add(thread);
            thread.start();
        }
    }

    /** What is being done is committed first. */
    void stop(@Observes ShutdownEvent event) {
        open = false;
        wake.release(threads.size());
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A file is there. */
    void wake() {
        wake.release();
    }

    private void run() {
        while (open) {
            try {
                if (!work.step()) {
                    rest(config.every());
                }
            } catch (RuntimeException e) {
                LOG.error("A part of a file could not be taken in; it is tried again", Database.loggable(e));
                rest(AFTER_FAILURE);
            }
        }
    }

    private void rest(Duration pause) {
        try {
            if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            open = false;
        }
    }
}
