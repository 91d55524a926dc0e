package kz.qadam.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** The PostgreSQL server of this JVM, started with the first request for a database: for tests that need no Kafka. */
public final class TestPostgres {

    private static final String PORT = "qadam.backends.postgres-port";

    private TestPostgres() {}

    /** A new, empty database. Its owner may read statistics about all statements, for {@link DatabaseWork}. */
    public static DatabaseRoles freshDatabase() {
        try {
            Postgres server = server();
            DatabaseRoles roles = server.roles("test_" + Long.toString(System.nanoTime(), Character.MAX_RADIX));
            execute(
                    server.superuser("postgres"),
                    "grant pg_read_all_stats to " + roles.owner().user());
            return roles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server. */
    static Postgres server() throws IOException {
        Path home = TestHome.ofThisJvm();
        return Postgres.hasty(TestHome.binaries(), home.resolve("postgres"), port(home));
    }

    /**
     * Quarkus loads this class once per application, so state that exists once per JVM is stored and locked outside of
     * it.
     */
    private static int port(Path home) throws IOException {
        synchronized (Runtime.getRuntime()) {
            Integer running = Integer.getInteger(PORT);
            if (running == null) {
                running = start(home);
                System.setProperty(PORT, running.toString());
            }
            return running;
        }
    }

    /** Counts statements in every database that is created from now on. */
    private static void countStatements(Postgres server) throws IOException {
        execute(server.superuser("template1"), "create extension if not exists pg_stat_statements");
    }

    private static void execute(Database database, String sql) throws IOException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException("Cannot prepare the PostgreSQL of the tests", e);
        }
    }

    private static int start(Path home) throws IOException {
        TestHome.tidy();
        int port = Ports.free(1)[0];
        Path log = home.resolve("postgres.log");
        var server = Postgres.hasty(TestHome.binaries(), home.resolve("postgres"), port);
        server.prepare(log);
        ChildProcess child = ChildProcess.start(server.command(), Map.of(), log, "QUIT");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            child.stop("QUIT", Duration.ofSeconds(10));
            try {
                Trees.delete(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        if (!Patience.until(server::answers, child::isAlive, Duration.ofMinutes(1))) {
            throw new IOException("PostgreSQL did not start, see " + log);
        }
        countStatements(server);
        return port;
    }
}
