package kz.qadam.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kz.qadam.local.QadamBackends;

/** The service's own database, for what no request can bring about: a transaction held open, a time long past. */
public final class Records {

    private Records() {}

    /** A transaction of somebody else's that has done this and is not committed yet. */
    public static Connection held(String sql) throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    /** What is done while a transaction of somebody else's has done this, and has to wait until that is committed. */
    public static <T> CompletableFuture<T> waitingFor(String sql, Supplier<T> work) throws SQLException {
        try (Connection open = held(sql)) {
            CompletableFuture<T> waiting = CompletableFuture.supplyAsync(work);
            awaitSomebodyWaiting();
            open.commit();
            return waiting;
        }
    }

    public static void change(String sql) {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number that a query yields. */
    public static long count(String sql) {
        try (Connection connection = connection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).as(sql).isTrue();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void awaitSomebodyWaiting() {
        await().untilAsserted(() -> assertThat(count(
                        "select count(*) from pg_locks l join pg_database d on d.oid = l.database or l.database is null"
                                + " where not granted and d.datname = current_database()"))
                .isPositive());
    }

    private static Connection connection() throws SQLException {
        var database = QadamBackends.database();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
