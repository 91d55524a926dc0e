package kz.qadam.chassis.testing;

import java.util.List;
import kz.qadam.local.QadamBackends;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** A database of an earlier version, in a schema of its own, in the database of the service under test. */
public final class FormerInstallation {

    private static final String SCHEMA = "former";

    private final Jdbi database = Jdbi.create(QadamBackends.database().dataSource());

    private FormerInstallation() {}

    /** One that nobody has used yet, and that was migrated so far. */
    public static FormerInstallation of(String version) {
        var installation = new FormerInstallation();
        installation.database.useHandle(handle -> handle.execute("drop schema if exists " + SCHEMA + " cascade"));
        migrate(version);
        return installation;
    }

    /** What it holds from its time. */
    public FormerInstallation with(String script) {
        database.useHandle(handle -> {
            handle.execute("set search_path to " + SCHEMA);
            handle.createScript(script).execute();
        });
        return this;
    }

    /** Migrates it as the service does when it starts. */
    public void upgrade() {
        migrate("latest");
    }

    /** The texts that a query yields, one for each row. */
    public List<String> texts(String sql) {
        return database.withHandle(handle -> {
            handle.execute("set search_path to " + SCHEMA);
            return handle.createQuery(sql).mapTo(String.class).list();
        });
    }

    private static void migrate(String version) {
        Flyway.configure()
                .dataSource(QadamBackends.database().dataSource())
                .schemas(SCHEMA)
                .locations("db/migration", "db/chassis")
                .outOfOrder(true)
                // Privileges are for the service, which does not use this schema.
                .skipDefaultCallbacks(true)
                .target(version)
                .load()
                .migrate();
    }
}
