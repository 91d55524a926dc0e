package kz.qadam.chassis.events.restore;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;

/**
 * A database that a later version has migrated is served by this one during an upgrade; but what that version has published is
 * not restored by one that may not know it.
 */
@ApplicationScoped
class NoLaterMigrations implements RestorePrecondition {

    private final Flyway flyway;
    private final DataSource service;

    NoLaterMigrations(Flyway flyway, DataSource service) {
        this.flyway = flyway;
        this.service = service;
    }

    @Override
    public void require(Handle database) {
        var asService = new FluentConfiguration(getClass().getClassLoader())
                .configuration(flyway.getConfiguration())
                .dataSource(service);
        List<String> later = Stream.of(new Flyway(asService).info().applied())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getDescription)
                .toList();
        if (!later.isEmpty()) {
            throw new IllegalStateException(
                    "The database is of a later version, which has to restore it. This one does not know the migrations %s."
                            .formatted(later));
        }
    }
}
