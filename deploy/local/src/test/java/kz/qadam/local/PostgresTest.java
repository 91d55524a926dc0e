package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    @TempDir
    static Path home;

    private static Postgres server;
    private static ChildProcess process;

    @BeforeAll
    static void start() throws IOException {
        server = Postgres.durable(
                TestHome.binaries(),
                home,
                Ports.free(1)[0],
                Optional.empty(),
                new Backups(home.resolve("backup.conf")));
        server.prepare(home.resolve("log"));
        run();
    }

    @AfterAll
    static void stop() {
        process.stop("INT", Duration.ofSeconds(10));
    }

    @Test
    void a_committed_row_outlives_a_kill() throws Exception {
        write("create table note (text varchar)");
        write("insert into note (text) values ('kept')");

        process.kill();
        run();

        assertThat(read("select text from note")).isEqualTo("kept");
    }

    @Test
    void a_restored_server_answers_when_its_recovery_has_ended_and_may_take_long() throws Exception {
        assertThat(server.patience()).isEqualTo(Duration.ofMinutes(5));
        process.stop("INT", Duration.ofSeconds(10));
        Path data = home.resolve("data");
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                "restore_command = 'sleep 0.5; exit 1'\n",
                StandardOpenOption.APPEND);
        Files.writeString(data.resolve("recovery.signal"), "");

        assertThat(server.patience()).isEqualTo(Duration.ofDays(1));
        run();

        assertThat(read("select pg_is_in_recovery()::text")).isEqualTo("false");
        assertThat(read("select timeline_id::text from pg_control_checkpoint()"))
                .isNotEqualTo("1");
    }

    @Test
    void the_log_is_archived_as_soon_as_backups_are_configured() throws Exception {
        assertThat(server.command()).contains("archive_mode=off");

        Files.writeString(home.resolve("backup.conf"), "");

        assertThat(server.command())
                .contains("archive_mode=on", "archive_timeout=60s")
                .contains(
                        "archive_command=pgbackrest --config='%1$s/backup.conf' --stanza=qadam --pg1-path='%1$s/data' archive-push '%%p'"
                                .formatted(home));
        Files.delete(home.resolve("backup.conf"));
    }

    @Test
    void the_server_has_the_version_that_is_pinned() throws Exception {
        var pinned = Pattern.compile("<postgres-binaries.version>([0-9.]+)\\.0<")
                .matcher(Files.readString(Path.of("..", "..", "pom.xml")));

        assertThat(pinned.find()).isTrue();
        assertThat(read("show server_version")).isEqualTo(pinned.group(1));
    }

    @Test
    void programs_of_an_earlier_version_are_replaced() throws Exception {
        Path former = Files.createDirectories(home.resolve("programs"));
        Files.writeString(former.resolve("postgres-of-an-earlier-version"), "");

        Path programs = PostgresBinaries.unpackedIn(former);

        assertThat(programs.resolve("bin/postgres")).exists();
        assertThat(programs.resolve("postgres-of-an-earlier-version")).doesNotExist();
        var unpacked = Files.getLastModifiedTime(programs);
        assertThat(Files.getLastModifiedTime(PostgresBinaries.unpackedIn(programs)))
                .isEqualTo(unpacked);
    }

    @Test
    void pages_are_checked_and_commits_are_synchronous() throws Exception {
        assertThat(read("show data_checksums")).isEqualTo("on");
        assertThat(read("show fsync")).isEqualTo("on");
        assertThat(read("show synchronous_commit")).isEqualTo("on");
    }

    @Test
    void strings_sort_by_their_code_points() throws Exception {
        assertThat(read("select string_agg(s, '' order by s) from unnest(array['Ә', 'а', 'Z', 'a']) s"))
                .isEqualTo("ZaаӘ");
    }

    private static void run() throws IOException {
        launch();
        // After a kill, the server refuses to start as long as processes of the former one are there.
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            if (!process.isAlive()) {
                launch();
            }
            return server.answers();
        });
    }

    private static void launch() throws IOException {
        process = ChildProcess.start(server.command(), Map.of(), home.resolve("log"), "QUIT");
    }

    private static void write(String sql) throws IOException, SQLException {
        try (var connection = server.roles("notes").owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String sql) throws IOException, SQLException {
        try (var connection = server.roles("notes").owner().connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
