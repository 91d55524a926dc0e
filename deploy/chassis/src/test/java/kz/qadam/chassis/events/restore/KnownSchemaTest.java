package kz.qadam.chassis.events.restore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.qadam.local.QadamBackends;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database is restored by the version that migrated it, or by a later one. */
class KnownSchemaTest {

    private static final String LATER_MIGRATION = """
            insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                                               execution_time, success)
            values (10000, '9000', 'votes by telephone', 'SQL', 'V9000__votes_by_telephone.sql', 1, current_user, 1, true)
            """;

    private final QadamBackends backends = new QadamBackends();
    private Flyway flyway;
    private Jdbi database;

    @BeforeEach
    void start() {
        backends.start();
        database = Jdbi.create(QadamBackends.database().dataSource());
        flyway = Flyway.configure()
                .dataSource(QadamBackends.database().dataSource())
                .locations("db/alone", "db/chassis")
                .skipDefaultCallbacks(true)
                .ignoreMigrationPatterns("*:missing", "*:future")
                .load();
        flyway.migrate();
    }

    @AfterEach
    void stop() {
        backends.stop();
    }

    private void require() {
        var condition = new KnownSchema(flyway, QadamBackends.database().dataSource());
        database.useHandle(condition::require);
    }

    @Test
    void a_database_of_this_version_is_accepted() {
        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @Test
    void a_database_of_a_later_version_is_refused() {
        database.useHandle(handle -> handle.execute(LATER_MIGRATION));

        assertThatThrownBy(this::require)
                .hasMessageContaining("is of a later version")
                .hasMessageContaining("votes by telephone");
    }
}
