package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** The databases of a suite as they were at an earlier moment, on a server of their own: what a restored backup is. */
public final class EarlierDatabases implements AutoCloseable {

    private static final String MOMENT = "moment";
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final Duration TO_STOP = Duration.ofSeconds(20);

    private final Postgres original;
    private final Postgres copy;
    private final Path log;
    private ChildProcess server;

    private EarlierDatabases(Postgres original, Postgres copy, Path log) {
        this.original = original;
        this.copy = copy;
        this.log = log;
    }

    /** Makes the base backup in an empty directory. */
    static EarlierDatabases backUp(Postgres original, Path home) throws IOException {
        try {
            return new EarlierDatabases(original, original.copied(home, Ports.free(1)[0]), home.resolve("server.log"));
        } catch (SQLException e) {
            throw new IOException("The backup cannot be made", e);
        }
    }

    /** The present moment is the one to which the databases will go back. */
    public void mark() throws IOException {
        try {
            original.markRestorePoint(MOMENT);
        } catch (SQLException e) {
            throw new IOException("The moment cannot be marked", e);
        }
    }

    /** Restores them, and returns when they can be used. */
    public void restore() throws IOException {
        copy.recoverTo(MOMENT, original);
        server = ChildProcess.start(copy.command(), Map.of(), log, "INT");
        if (!Patience.until(copy::isPrimary, server::isAlive, TO_START)) {
            throw new CannotStart("The earlier databases do not start, see " + log);
        }
    }

    Postgres server() {
        return copy;
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop("INT", TO_STOP);
        }
    }
}
