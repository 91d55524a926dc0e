package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roles of services in one server, new ones and those of an earlier version. */
class ServiceDatabasesTest {

    /** What a service of an earlier version had: a role that owned everything, with the password of the superuser. */
    private static final String FORMER = """
            create table note (id bigint generated always as identity primary key, text varchar);
            create sequence numbers;
            create view notes as select text from note;
            create function nothing() returns trigger language plpgsql as $$ begin return null; end $$;
            create trigger nothing before update on note for each statement execute function nothing();
            insert into note (text) values ('kept')
            """;

    private static final String OWNERS = """
            select string_agg(distinct r.rolname, ' ') from pg_roles r
             where r.oid in (select relowner from pg_class where relnamespace = 'public'::regnamespace
                             union all select proowner from pg_proc where pronamespace = 'public'::regnamespace
                             union all select datdba from pg_database where datname = current_database())
            """;

    @TempDir
    static Path home;

    private static Postgres server;
    private static ChildProcess process;

    @BeforeAll
    static void start() throws IOException {
        server = Postgres.hasty(TestHome.binaries(), home, Ports.free(1)[0]);
        server.prepare(home.resolve("log"));
        process = ChildProcess.start(server.command(), Map.of(), home.resolve("log"), "QUIT");
        await().until(server::answers);
    }

    @AfterAll
    static void stop() {
        process.stop("INT", Duration.ofSeconds(10));
    }

    @Test
    void each_role_has_another_password_in_a_file_that_is_its_owners_alone() throws Exception {
        DatabaseRoles apples = server.roles("apples");
        DatabaseRoles pears = server.roles("pears");

        assertThat(List.of(apples.owner(), apples.service(), pears.owner(), pears.service(), superuser("postgres")))
                .extracting(Database::password)
                .doesNotHaveDuplicates();
        for (String file : List.of("password", "passwords/apples", "passwords/apples_owner")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void the_owners_password_does_not_open_with_the_name_of_the_service() throws Exception {
        DatabaseRoles apples = server.roles("apples");
        var mixed =
                server.login("apples", apples.service().user(), apples.owner().password());

        assertThatThrownBy(mixed::connect).hasMessageContaining("password authentication failed");
    }

    @Test
    void nobody_opens_the_database_of_another_service() throws Exception {
        DatabaseRoles apples = server.roles("apples");
        server.roles("pears");

        for (Database role : List.of(apples.owner(), apples.service())) {
            assertThatThrownBy(() ->
                            server.login("pears", role.user(), role.password()).connect())
                    .hasMessageContaining("permission denied for database \"pears\"");
        }
    }

    @Test
    void the_owner_creates_a_table_and_the_service_reads_it_when_it_is_granted() throws Exception {
        DatabaseRoles plums = server.roles("plums");

        execute(plums.owner(), "create table note (text varchar)");
        assertThatThrownBy(() -> one(plums.service(), "select count(*) from note"))
                .hasMessageContaining("permission denied for table note");
        execute(plums.owner(), "grant select on note to plums");

        assertThat(one(plums.service(), "select count(*) from note")).isEqualTo("0");
        assertThatThrownBy(() -> execute(plums.service(), "create table other (text varchar)"))
                .hasMessageContaining("permission denied for schema public");
    }

    @Test
    void a_database_of_an_earlier_version_passes_to_the_owner() throws Exception {
        former("figs");

        DatabaseRoles figs = server.roles("figs");

        assertThat(one(superuser("figs"), OWNERS)).isEqualTo("figs_owner");
        assertThat(one(figs.owner(), "select text from note")).isEqualTo("kept");
        assertThatThrownBy(() -> one(figs.service(), "select text from note"))
                .hasMessageContaining("permission denied for table note");
        assertThatThrownBy(() -> formerLogin("figs").connect()).hasMessageContaining("password authentication failed");
    }

    @Test
    void a_conversion_that_is_killed_halfway_leaves_everything_and_the_next_one_does_it() throws Exception {
        former("dates");
        try (var reader = formerLogin("dates").connect()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("lock table note in access share mode");
            var conversion = CompletableFuture.supplyAsync(() -> {
                try {
                    return server.roles("dates");
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().until(() -> one(superuser("dates"), """
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                             where datname = 'dates' and wait_event_type = 'Lock'
                            """).equals("1"));
            assertThatThrownBy(conversion::join).hasMessageContaining("Cannot prepare the database dates");
        }
        assertThat(one(superuser("dates"), OWNERS)).isEqualTo("dates");
        assertThat(one(formerLogin("dates"), "select text from note")).isEqualTo("kept");

        DatabaseRoles dates = server.roles("dates");

        assertThat(one(superuser("dates"), OWNERS)).isEqualTo("dates_owner");
        assertThat(one(dates.owner(), "select text from note")).isEqualTo("kept");
    }

    @Test
    void a_second_start_finds_the_same_roles_and_what_they_may_do() throws Exception {
        DatabaseRoles first = server.roles("limes");
        execute(first.owner(), "create table note (text varchar); grant insert on note to limes");

        DatabaseRoles second = server.roles("limes");

        assertThat(second).isEqualTo(first);
        execute(second.service(), "insert into note values ('kept')");
    }

    private static void former(String name) throws Exception {
        execute(
                superuser("postgres"),
                "create role %s login password '%s'"
                        .formatted(name, superuser("postgres").password()));
        execute(superuser("postgres"), "create database %1$s owner %1$s".formatted(name));
        execute(formerLogin(name), FORMER);
    }

    private static Database formerLogin(String name) throws IOException {
        return server.login(name, name, superuser("postgres").password());
    }

    private static Database superuser(String database) throws IOException {
        return server.superuser(database);
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Database database, String sql) throws SQLException {
        try (var connection = database.connect();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
