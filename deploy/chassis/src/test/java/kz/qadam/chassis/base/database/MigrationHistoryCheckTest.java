package kz.qadam.chassis.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.qadam.local.TestPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that the commit {@code 0a1b2c3d} left with the migrations 0.1, 0.2 and 7; some have less, or other ones. */
class MigrationHistoryCheckTest {

    private final DataSource owner = TestPostgres.freshDatabase().owner().dataSource();
    private final Jdbi database = Jdbi.create(owner);

    @Test
    void an_empty_database_is_accepted() {
        assertThatCode(this::ask).doesNotThrowAnyException();
    }

    @Test
    void a_database_that_the_baseline_has_built_is_accepted() {
        flyway().load().migrate();

        assertThatCode(this::ask).doesNotThrowAnyException();
    }

    @Test
    void a_complete_database_is_accepted_and_gets_what_came_after_the_baseline() {
        flyway().target("1000").load().migrate();
        database.useHandle(handle -> handle.execute("delete from flyway_schema_history"));
        given("0.1", "0.2", "7");

        ask();
        flyway().load().migrate();

        assertThat(history()).startsWith("0.1", "0.2", "7").contains("1001").doesNotContain("1000");
        assertThatCode(this::ask).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1 0.2       | Missing are [7=2]; unknown are []",
                "7             | Missing are [0.1=6, 0.2=6]; unknown are []",
                "0.1 0.2 7 8   | Missing are []; unknown are [8=2]",
                "0.1 0.20 7    | Missing are [0.2=6]; unknown are [0.20=8]",
                "0.1 0.2 7 1000| Missing are []; unknown are [0.1=6, 0.2=6, 7=2]"
            })
    void any_other_history_is_refused_before_anything_is_touched(String versions, String difference) {
        given(versions.split(" ", -1));
        List<String> before = history();

        assertThatThrownBy(this::ask)
                .hasMessageContaining("The database was not touched")
                .hasMessageContaining("Start commit 0a1b2c3d with it first")
                .hasMessageContaining(difference);

        assertThat(history()).isEqualTo(before);
        assertThat(tables()).containsExactly("flyway_schema_history");
    }

    @Test
    void the_database_of_another_service_is_refused() {
        flyway().load().migrate();
        Properties own = complete();
        database.useHandle(
                handle -> handle.execute("update flyway_schema_history set checksum = 9 where version = '1000'"));

        assertThatThrownBy(() -> new MigrationHistoryCheck(true, () -> own).customize(flyway()))
                .hasMessageContaining("it is another service's");
    }

    @Test
    void a_changed_migration_is_refused() {
        given("0.1", "0.2", "7");
        database.useHandle(
                handle -> handle.execute("update flyway_schema_history set checksum = 9 where version = '7'"));

        assertThatThrownBy(this::ask).hasMessageContaining("Missing are [7=2]; unknown are [7=9]");
    }

    @Test
    void a_migration_that_is_repeated_belongs_to_no_version() {
        given("0.1", "0.2", "7");
        database.useHandle(handle -> handle.execute("""
                insert into flyway_schema_history (installed_rank, description, type, script, checksum, installed_by,
                                                   execution_time, success)
                values (9, 'each time', 'SQL', 'R__each_time.sql', 1, current_user, 1, true)
                """));

        assertThatCode(this::ask).doesNotThrowAnyException();
    }

    @Test
    void a_service_that_does_not_migrate_knows_no_owner_to_ask_with() {
        given("7");

        assertThatCode(() -> new MigrationHistoryCheck(false, this::complete).customize(flyway()))
                .doesNotThrowAnyException();
    }

    private void ask() {
        new MigrationHistoryCheck(true, this::complete).customize(flyway());
    }

    private Properties complete() {
        var complete = new Properties();
        complete.putAll(Map.of("commit", "0a1b2c3d", "0.1", "6", "0.2", "6", "7", "2"));
        complete.putAll(Arrays.stream(flyway().load().info().all())
                .filter(migration -> MigrationVersion.fromVersion("1000").equals(migration.getVersion()))
                .collect(Collectors.toMap(
                        migration -> "1000",
                        migration -> migration.getChecksum().toString())));
        return complete;
    }

    /** Each with twice the length of its version as the checksum. */
    private void given(String... versions) {
        Flyway.configure().dataSource(owner).locations("db/none").load().migrate();
        database.useHandle(handle -> {
            for (int i = 0; i < versions.length; i++) {
                handle.execute(
                        """
                        insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                                                           installed_by, execution_time, success)
                        values (?, ?, 'from before', ?, 'from before', ?, current_user, 1, true)
                        """,
                        i,
                        versions[i],
                        versions[i].equals("1000") ? "SQL_BASELINE" : "SQL",
                        2 * versions[i].length());
            }
        });
    }

    private List<String> history() {
        return texts("select version from flyway_schema_history order by installed_rank");
    }

    private List<String> tables() {
        return texts("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
                + " and relname not like 'pg_stat%'");
    }

    private List<String> texts(String sql) {
        return database.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(owner)
                .locations("db/alone", "db/chassis")
                .skipDefaultCallbacks(true)
                .outOfOrder(true)
                .ignoreMigrationPatterns("*:missing", "*:future");
    }
}
