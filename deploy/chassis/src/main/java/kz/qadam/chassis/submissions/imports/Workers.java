package kz.qadam.chassis.submissions.imports;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.base.background.BackgroundLoop;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.kafka.Backlog;

/**
 * Starts the workers that process files, and the deletion of what has expired, if the service has a kind of file.
 * Several instances share the work.
 */
@ApplicationScoped
class Workers {

    private final ImportProcessor work;
    private final FileParts parts;
    private final ImportsConfig config;
    private final Backlog backlog;
    private final List<BackgroundLoop> workers = new ArrayList<>();

    Workers(ImportProcessor work, FileParts parts, ImportsConfig config, Backlog backlog) {
        this.work = work;
        this.parts = parts;
        this.config = config;
        this.backlog = backlog;
    }

    void start(
            @Observes StartupEvent event,
            BackgroundLoops loops,
            Database database,
            Jobs jobs,
            ExpiredFiles expired,
            Clock clock,
            MeterRegistry metrics) {
        if (!work.hasKinds()) {
            return;
        }
        parts.keys();
        Gauge.builder("qadam.imports.unreadable", jobs, all -> database.transaction(all::unreadable))
                .description("Files that wait for a key that is not listed")
                .register(metrics);
        Gauge.builder("qadam.imports.stored.ratio", jobs, all -> database.transaction(all::storedRatio))
                .description("How much of the limit for stored files is used, of all senders; 1: no file is received")
                .register(metrics);
        Gauge.builder("qadam.imports.waiting", jobs, all -> database.transaction(all::unfinished))
                .description("Files that are not completely processed")
                .register(metrics);
        loops.startAtIntervals("import-tidying", config.tidyEvery(), () -> expired.tidy(clock.instant()));
        for (int i = 0; i < config.workers(); i++) {
            workers.add(loops.start("import-" + i, config.every(), this::step));
        }
    }

    /** Wakes the workers, since a file was received. */
    void wake() {
        workers.forEach(BackgroundLoop::wake);
    }

    /** Does nothing while the backlog of events is full. */
    private boolean step() {
        return !backlog.isFull() && work.step();
    }
}
