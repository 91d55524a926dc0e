package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTlsTest {

    private static final String REFUSED_BY_THE_SERVER = "28000";

    @TempDir
    static Path home;

    private static Certificates certificates;
    private static Database database;
    private static ChildProcess process;

    @BeforeAll
    static void start() throws IOException {
        certificates = prepared("own");
        var server = Postgres.durable(
                TestHome.binaries(),
                home.resolve("postgres"),
                Ports.free(1)[0],
                Optional.of(new PostgresTls(certificates)),
                Backups.none());
        server.prepare(home.resolve("log"));
        process = ChildProcess.start(server.command(), Map.of(), home.resolve("log"), "QUIT");
        await().atMost(Duration.ofMinutes(1)).until(server::answers);
        database = server.roles("notes").service();
    }

    @AfterAll
    static void stop() {
        process.stop("INT", Duration.ofSeconds(10));
    }

    @Test
    void a_role_connects_by_tls() throws Exception {
        try (var connection = database.connect();
                var row = connection
                        .createStatement()
                        .executeQuery("select version from pg_stat_ssl where pid = pg_backend_pid()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void a_connection_in_plain_is_refused() {
        assertThatThrownBy(() -> connect(database.url().replaceAll("\\?.*", "?sslmode=disable")))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(REFUSED_BY_THE_SERVER))
                .hasMessageContaining("no encryption");
    }

    @Test
    void a_server_of_another_authority_is_refused() throws IOException {
        String parameters = new PostgresTls(prepared("other")).parameters();

        assertThatThrownBy(() -> connect(database.url().replaceAll("\\?.*", parameters)))
                .hasStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void a_server_whose_certificate_has_another_name_is_refused() {
        assertThatThrownBy(() -> connect(database.url().replace("127.0.0.1", "localhost")))
                .hasMessageContaining("localhost")
                .hasMessageContaining("could not be verified");
    }

    private static void connect(String url) throws SQLException {
        new Database(url, database.user(), database.password()).connect().close();
    }

    private static Certificates prepared(String name) throws IOException {
        var certificates = new Certificates(home.resolve(name));
        certificates.prepare(Clock.systemUTC().instant());
        return certificates;
    }
}
