package kz.qadam.chassis.base.database;

import io.smallrye.config.SmallRyeConfig;
import java.util.Set;
import org.flywaydb.core.Flyway;

/**
 * Migrates a service's database without starting the service: Flyway with the service's own settings. It needs none of the
 * other settings and a second of time, where the start of a service needs ten.
 */
record MigrationOnly(SmallRyeConfig settings) {

    private static final String PREFIX = "quarkus.flyway.";
    private static final String PLACEHOLDERS = "placeholders";
    private static final Set<String> KNOWN = Set.of(
            "jdbc-url",
            "username",
            "password",
            "init-sql",
            "locations",
            "ignore-migration-patterns",
            "out-of-order",
            "migrate-at-start");

    /**
     * Migrates the database, unless it has to be refused.
     *
     * @throws IllegalStateException if a setting of Flyway is not known here: the service would obey it
     */
    void run() {
        requireKnownSettings();
        Flyway flyway = flyway();
        new MigrationHistoryCheck(true, true).require(flyway.info());
        flyway.migrate();
    }

    private void requireKnownSettings() {
        for (String name : settings.getPropertyNames()) {
            if (name.startsWith(PREFIX) && !isKnown(name.substring(PREFIX.length()))) {
                throw new IllegalStateException("A migration without its service does not know this setting: " + name);
            }
        }
    }

    private static boolean isKnown(String setting) {
        return KNOWN.contains(setting) || setting.startsWith(PLACEHOLDERS + ".");
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(text("jdbc-url"), text("username"), text("password"))
                .initSql(text("init-sql"))
                .locations(list("locations"))
                .failOnMissingLocations(true)
                .ignoreMigrationPatterns(list("ignore-migration-patterns"))
                .outOfOrder(settings.getValue(PREFIX + "out-of-order", boolean.class))
                .placeholders(settings.getValues(PREFIX + PLACEHOLDERS, String.class, String.class))
                .load();
    }

    private String text(String setting) {
        return settings.getValue(PREFIX + setting, String.class);
    }

    private String[] list(String setting) {
        return settings.getValue(PREFIX + setting, String[].class);
    }
}
