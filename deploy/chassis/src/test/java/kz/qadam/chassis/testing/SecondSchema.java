package kz.qadam.chassis.testing;

import java.util.List;
import kz.qadam.local.QadamBackends;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.jdbi.v3.core.Jdbi;

/** The tables of the service under test once more, in a schema of their own in its database. */
public final class SecondSchema {

    private static final String SCHEMA = "second";

    private final Jdbi database = Jdbi.create(QadamBackends.database().dataSource());

    private SecondSchema() {}

    /** One that nobody has used yet, and that was migrated so far. */
    public static SecondSchema migratedTo(String version) {
        var schema = new SecondSchema();
        schema.database.useHandle(
                handle -> handle.execute("drop schema if exists %1$s cascade; create schema %1$s".formatted(SCHEMA)));
        flyway(version).migrate();
        return schema;
    }

    /** What it holds. */
    public SecondSchema with(String script) {
        database.useHandle(handle -> {
            handle.execute("set search_path to " + SCHEMA);
            handle.createScript(script).execute();
        });
        return this;
    }

    /** Migrates it as the service does when it starts. */
    void migrate() {
        flyway("latest").migrate();
    }

    MigrationInfoService history() {
        return flyway("latest").info();
    }

    /** The texts that a query yields, one for each row. */
    public List<String> texts(String sql) {
        return database.withHandle(handle -> {
            handle.execute("set search_path to " + SCHEMA);
            return handle.createQuery(sql).mapTo(String.class).list();
        });
    }

    private static Flyway flyway(String version) {
        return Flyway.configure()
                .dataSource(QadamBackends.database().dataSource())
                .schemas(SCHEMA)
                .locations("db/migration", "db/chassis")
                .outOfOrder(true)
                .ignoreMigrationPatterns("*:missing", "*:future")
                // Privileges are for the service, which does not use this schema.
                .skipDefaultCallbacks(true)
                .target(version)
                .load();
    }
}
