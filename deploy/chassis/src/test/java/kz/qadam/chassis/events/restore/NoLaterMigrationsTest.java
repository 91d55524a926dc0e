package kz.qadam.chassis.events.restore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import kz.qadam.local.TestPostgres;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database is restored by the version that migrated it, or by a later one. */
class NoLaterMigrationsTest {

    private static final String LATER_MIGRATION = """
            insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                                               execution_time, success)
            values (10000, '9000', 'votes by telephone', 'SQL', 'V9000__votes_by_telephone.sql', 1, current_user, 1, true)
            """;

    private final DataSource owner = TestPostgres.freshDatabase().owner().dataSource();
    private final Jdbi database = Jdbi.create(owner);
    private final Flyway flyway = Flyway.configure()
            .dataSource(owner)
            .locations("db/alone", "db/chassis")
            .skipDefaultCallbacks(true)
            .ignoreMigrationPatterns("*:missing", "*:future")
            .load();

    @BeforeEach
    void migrate() {
        flyway.migrate();
    }

    private void require() {
        var condition = new NoLaterMigrations(flyway, owner);
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
