package kz.qadam.reporting.rebuild;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import kz.qadam.reporting.intake.ReportingConfig;
import org.jboss.logging.Logger;

/** Started with {@code qadam.rebuild=true}, the service rebuilds and ends: with 0 if all went well, else with 1. */
@ApplicationScoped
class RebuildCommand {

    private static final Logger LOG = Logger.getLogger(RebuildCommand.class);

    private final ReportingConfig config;
    private final Rebuild rebuild;

    RebuildCommand(ReportingConfig config, Rebuild rebuild) {
        this.config = config;
        this.rebuild = rebuild;
    }

    void start(@Observes StartupEvent event) {
        if (!config.rebuild()) {
            return;
        }
        LOG.info("Rebuilding facts and roll-up from the event log");
        int code = 1;
        try {
            Rebuild.Report report = rebuild.run();
            LOG.infof(
                    "Rebuilt from %d events in %d batches, in %.1f seconds",
                    report.events(), report.batches(), report.took().toMillis() / 1000.0);
            code = 0;
        } catch (RuntimeException e) {
            LOG.error("The rebuild failed; everything is as it was", e);
        }
        Quarkus.asyncExit(code);
    }
}
