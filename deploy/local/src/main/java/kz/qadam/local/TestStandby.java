package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A streaming standby of the PostgreSQL of the tests, which answers whoever only reads. */
public final class TestStandby implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(1);
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Postgres copy;
    private final ChildProcess server;

    private TestStandby(Postgres copy, ChildProcess server) {
        this.copy = copy;
        this.server = server;
    }

    /** Starts one that has all databases of the primary; returns when it answers. */
    public static TestStandby start() throws IOException, SQLException {
        Path home = TestHome.ofThisJvm().resolve("standby-" + System.nanoTime());
        Postgres copy = TestPostgres.server().copied(home, Ports.free(1)[0]);
        copy.follow(TestPostgres.server());
        List<String> command = new ArrayList<>(copy.command());
        command.addAll(List.of("-c", "hot_standby=on"));
        Path log = home.resolve("server.log");
        ChildProcess server = ChildProcess.start(command, Map.of(), log, "INT");
        if (!Patience.until(copy::answers, server::isAlive, TO_START)) {
            throw new IOException("The standby does not start, see " + log);
        }
        return new TestStandby(copy, server);
    }

    /** The same database there, for the same role. */
    public Database of(Database primary) {
        String name = primary.url().substring(primary.url().lastIndexOf('/') + 1);
        return copy.login(name, primary.user(), primary.password());
    }

    /** Lets it read the log and not replay it, or go on. */
    public void pause(boolean paused) throws IOException, SQLException {
        try (var connection = copy.superuser("postgres").connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_wal_replay_%s()".formatted(paused ? "pause" : "resume"));
        }
    }

    @Override
    public void close() {
        server.stop("INT", TO_STOP);
    }
}
