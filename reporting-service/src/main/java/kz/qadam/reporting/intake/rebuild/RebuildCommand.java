package kz.qadam.reporting.intake.rebuild;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Rebuilds at the start. With {@code qadam.rebuild=true} the service rebuilds and ends, with exit code 0 on success and
 * 1 otherwise. Without it, the service rebuilds first if another version has derived its rows.
 */
@ApplicationScoped
class RebuildCommand {

    private static final Logger LOG = Logger.getLogger(RebuildCommand.class);

    private final boolean wanted;
    private final Rebuild rebuild;

    RebuildCommand(@ConfigProperty(name = "qadam.rebuild") boolean wanted, Rebuild rebuild) {
        this.wanted = wanted;
        this.rebuild = rebuild;
    }

    /** Runs before the intake starts. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        if (!wanted) {
            rebuild.runIfOutdated().filter(report -> report.events() > 0).ifPresent(RebuildCommand::log);
            return;
        }
        LOG.info("Rebuilding facts and roll-up from the event log");
        int code = 1;
        try {
            log(rebuild.run());
            code = 0;
        } catch (RuntimeException e) {
            LOG.error("The rebuild failed; the rows have not changed", e);
        }
        Quarkus.asyncExit(code);
    }

    private static void log(Rebuild.Report report) {
        LOG.infof(
                "Rebuilt from %d events in %d batches, in %.1f seconds",
                report.events(), report.batches(), report.took().toMillis() / 1000.0);
    }
}
