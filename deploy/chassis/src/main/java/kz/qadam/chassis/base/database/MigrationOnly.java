package kz.qadam.chassis.base.database;

import io.smallrye.config.SmallRyeConfig;
import org.flywaydb.core.Flyway;

/**
 * Migrates a service's database without starting the service: Flyway with the service's own settings. It needs none of the
 * other settings and a second of time, where the start of a service needs ten.
 */
record MigrationOnly(SmallRyeConfig settings) {

    /** Migrates the database, unless it has to be refused. */
    void run() {
        Flyway flyway = flyway();
        new MigrationHistoryCheck(true, true).require(flyway.info());
        flyway.migrate();
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(text("jdbc-url"), text("username"), text("password"))
                .initSql(text("init-sql"))
                .locations(list("locations"))
                .failOnMissingLocations(true)
                .ignoreMigrationPatterns(list("ignore-migration-patterns"))
                .outOfOrder(Boolean.parseBoolean(text("out-of-order")))
                .placeholders(settings.getValues("quarkus.flyway.placeholders", String.class, String.class))
                .load();
    }

    private String text(String setting) {
        return settings.getValue("quarkus.flyway." + setting, String.class);
    }

    private String[] list(String setting) {
        return settings.getValue("quarkus.flyway." + setting, String[].class);
    }
}
