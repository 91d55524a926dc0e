package kz.qadam.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import kz.qadam.local.QadamBackends;

/** The database of the service, as an operator or another instance uses it. */
public final class DatabaseFixture {

    private DatabaseFixture() {}

    public static void execute(String sql) {
        try (var connection = QadamBackends.database().connect()) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row. */
    public static <T> T one(String sql, Class<T> type) {
        try (var connection = QadamBackends.database().connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return rows.getObject(1, type);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String databaseNow() {
        return one("select clock_timestamp()", OffsetDateTime.class).toInstant().toString();
    }

    /** Whether somebody waits for a lock. */
    public static long waitingForLocks() {
        return one("select count(*) from pg_locks where not granted", Long.class);
    }

    /** A transaction that keeps its locks until it is committed or closed, which rolls it back. */
    public static Transaction transaction(String sql) {
        try {
            Connection connection = QadamBackends.database().connect();
            connection.setAutoCommit(false);
            execute(connection, sql);
            return new Transaction(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No batch is opened meanwhile. */
    public static void whileIntakeClockIsLocked(Runnable work) {
        whileLocked("select from intake_clock for update", work);
    }

    /**
     * Works while another transaction has a lock.
     *
     * @param lock the statement that locks
     */
    public static void whileLocked(String lock, Runnable work) {
        Transaction transaction = transaction(lock);
        try {
            work.run();
        } finally {
            transaction.close();
        }
    }

    public record Transaction(Connection connection) implements AutoCloseable {

        public void run(String sql) {
            try {
                execute(connection, sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        public void commit() {
            run("commit");
        }

        @Override
        public void close() {
            try {
                connection.rollback();
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
