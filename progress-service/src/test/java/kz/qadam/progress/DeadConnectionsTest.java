package kz.qadam.progress;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** All connections of the pools end while they are idle, as when the server of the database is started again. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class DeadConnectionsTest {

    private static final int CONNECTIONS = 16;

    /** Longer than a connection may be idle without being checked. */
    private static final Duration IDLE = Duration.ofMillis(1200);

    @Inject
    Database database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void requests_find_no_connection_that_has_ended() throws Exception {
        useManyAtOnce();

        endAllConnections();

        Partner partner = Partner.school();
        for (int i = 0; i < CONNECTIONS; i++) {
            partner.get("/v1/completions").statusCode(200);
        }
    }

    private static int select(Handle handle) {
        return handle.createQuery("select 42").mapTo(Integer.class).one();
    }

    private void useManyAtOnce() throws Exception {
        var all = new CyclicBarrier(CONNECTIONS);
        ExecutorService many = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<Integer>> asked = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> many.submit(() -> database.transaction(handle -> {
                    waitFor(all);
                    return select(handle);
                })))
                .toList();
        for (Future<Integer> one : asked) {
            one.get(20, SECONDS);
        }
        many.shutdown();
    }

    private static void waitFor(CyclicBarrier all) {
        try {
            all.await(10, SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** And nothing is asked for a while. */
    private void endAllConnections() throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where usename = current_user and pid <> pg_backend_pid()
                    """);
        }
        Instant ended = Instant.now();
        await().until(() -> Instant.now().isAfter(ended.plus(IDLE)));
    }
}
