package kz.qadam.chassis.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kz.qadam.local.DatabaseRoles;
import kz.qadam.local.TestPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A service whose database is migrated by another process. */
class AwaitedMigrationsTest {

    private static final Duration WHILE_IT_WAITS = Duration.ofSeconds(2);

    private final DatabaseRoles database = TestPostgres.freshDatabase();

    @Test
    void waits_while_nothing_is_migrated() {
        CompletableFuture<Void> start = start(false);

        await().during(WHILE_IT_WAITS).untilAsserted(() -> assertThat(start).isNotDone());
    }

    @Test
    void starts_when_everything_is_migrated() {
        CompletableFuture<Void> start = start(false);

        owner().load().migrate();

        await().untilAsserted(() -> assertThat(start).isCompleted());
    }

    @Test
    void waits_for_the_migrations_of_its_own_version() {
        owner().target("1000").load().migrate();

        CompletableFuture<Void> start = start(false);

        await().during(WHILE_IT_WAITS).untilAsserted(() -> assertThat(start).isNotDone());
    }

    @Test
    void does_not_wait_if_it_migrates_itself() {
        CompletableFuture<Void> start = start(true);

        await().untilAsserted(() -> assertThat(start).isCompleted());
    }

    @Test
    void does_not_wait_for_migrations_that_skip_what_an_older_database_lacks() {
        owner().load().migrate();
        execute("update flyway_schema_history set version = '7', type = 'SQL' where version = '1000'");

        assertThat(start(false))
                .failsWithin(WHILE_IT_WAITS)
                .withThrowableThat()
                .withMessageContaining("Start commit 0a1b2c3d with it first");
    }

    private void execute(String sql) {
        Jdbi.create(database.owner().dataSource()).useHandle(handle -> handle.execute(sql));
    }

    private CompletableFuture<Void> start(boolean migrates) {
        var complete = new Properties();
        complete.putAll(Map.of("commit", "0a1b2c3d", "7", "8", "1000", baseline()));
        var migrations = new AwaitedMigrations(
                migrates, database.service().dataSource(), new MigrationHistoryCheck(migrates, () -> complete));
        return CompletableFuture.runAsync(() -> migrations.customize(owner()));
    }

    private String baseline() {
        return Stream.of(owner().load().info().all())
                .filter(migration -> migration.getVersion().getVersion().equals("1000"))
                .map(migration -> migration.getChecksum().toString())
                .findAny()
                .orElseThrow();
    }

    private FluentConfiguration owner() {
        return Flyway.configure()
                .dataSource(database.owner().dataSource())
                .locations("db/alone", "db/chassis")
                .placeholders(Map.of(
                        "service",
                        database.service().user(),
                        "of-functions",
                        "none",
                        "append-only",
                        "",
                        "deleted-from",
                        ""));
    }
}
