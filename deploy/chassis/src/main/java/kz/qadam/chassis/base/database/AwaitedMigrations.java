package kz.qadam.chassis.base.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

/**
 * A service that does not migrate its database itself ({@code quarkus.flyway.migrate-at-start=false}) waits until a job
 * of the same version has done so. Flyway asks its customizers while the service starts, before the ORM compares its
 * entities with the schema.
 */
@ApplicationScoped
class AwaitedMigrations implements FlywayConfigurationCustomizer {

    private static final Logger LOG = Logger.getLogger(AwaitedMigrations.class);
    private static final int SECONDS_BETWEEN_LOOKS = 1;
    private static final int LOOKS_BETWEEN_MESSAGES = 10;

    private final boolean migrates;
    private final DataSource service;
    private final MigrationHistoryCheck history;

    AwaitedMigrations(
            @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migrates,
            DataSource service,
            MigrationHistoryCheck history) {
        this.migrates = migrates;
        this.service = service;
        this.history = history;
    }

    /** Waits as the role of the service, which needs no password of the owner for that. */
    @Override
    public void customize(FluentConfiguration configuration) {
        if (migrates) {
            return;
        }
        var flyway = new Flyway(new FluentConfiguration(configuration.getClassLoader())
                .configuration(configuration)
                .dataSource(service));
        for (int look = 0; !isMigrated(flyway, look % LOOKS_BETWEEN_MESSAGES == 0); look++) {
            pause();
        }
    }

    /** The database may be missing yet, and may be migrated for the first time: then there is nothing to be read. */
    private boolean isMigrated(Flyway flyway, boolean tell) {
        String reason;
        try {
            MigrationInfoService database = flyway.info();
            int pending = database.pending().length;
            history.require(database);
            if (pending == 0) {
                return true;
            }
            reason = pending + " are missing";
        } catch (FlywayException e) {
            LOG.debug("The history of migrations cannot be read", e);
            reason = "their history cannot be read: "
                    + e.getMessage().lines().findFirst().orElse("");
        }
        if (tell) {
            LOG.infof("Waiting for the migrations of the database; %s", reason);
        }
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the migrations", e);
        }
    }
}
