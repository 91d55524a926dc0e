package kz.qadam.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kz.qadam.local.Database;
import kz.qadam.local.QadamBackends;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service whose database is migrated by another process. */
class AwaitedMigrationsTest {

    private static final Duration WHILE_IT_WAITS = Duration.ofSeconds(2);

    private final QadamBackends backends = new QadamBackends();
    private Database service;

    @BeforeEach
    void start() {
        service = Database.ofService(backends.start());
    }

    @AfterEach
    void stop() {
        backends.stop();
    }

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
        owner().target("0.1").load().migrate();

        CompletableFuture<Void> start = start(false);

        await().during(WHILE_IT_WAITS).untilAsserted(() -> assertThat(start).isNotDone());
    }

    @Test
    void does_not_wait_if_it_migrates_itself() {
        CompletableFuture<Void> start = start(true);

        await().untilAsserted(() -> assertThat(start).isCompleted());
    }

    private CompletableFuture<Void> start(boolean migrates) {
        var migrations = new AwaitedMigrations(migrates, service.dataSource());
        return CompletableFuture.runAsync(() -> migrations.customize(owner()));
    }

    private FluentConfiguration owner() {
        return Flyway.configure()
                .dataSource(QadamBackends.database().dataSource())
                .locations("db/chassis")
                .placeholders(Map.of("service", service.user(), "append-only", "", "deleted-from", ""));
    }
}
