package kz.qadam.chassis.events.restore;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.kafka.RestoreConfig;
import org.jboss.logging.Logger;

/** With {@code qadam.restore.now=true} the service restores its database and ends. */
@ApplicationScoped
class RestoreCommand {

    private static final Logger LOG = Logger.getLogger(RestoreCommand.class);
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOTHING_LOST = 3;

    private final RestoreConfig config;
    private final Restoration restoration;

    RestoreCommand(RestoreConfig config, Restoration restoration) {
        this.config = config;
        this.restoration = restoration;
    }

    /** Runs before anything else starts. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        if (config.now()) {
            Quarkus.asyncExit(run());
        }
    }

    private int run() {
        try {
            Optional<List<String>> done = restoration.run();
            done.ifPresent(said -> said.forEach(one -> LOG.infof("Restored: %s", one)));
            return done.isPresent() ? DONE : NOTHING_LOST;
        } catch (IllegalStateException e) {
            LOG.errorf(Database.loggable(e), "Not restored: %s", e.getMessage());
            return FAILED;
        } catch (RuntimeException | SQLException e) {
            LOG.error("Not restored: it failed", Database.loggable(e));
            return FAILED;
        }
    }
}
