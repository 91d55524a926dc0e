package kz.qadam.chassis.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import kz.qadam.local.DatabaseRoles;
import kz.qadam.local.TestPostgres;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The migration of a database without its service, with the settings that all services have. */
class MigrationOnlyTest {

    private final DatabaseRoles roles = TestPostgres.freshDatabase();
    private final Jdbi database = Jdbi.create(roles.owner().dataSource());

    @Test
    void an_empty_database_gets_all_migrations() {
        migration("db/alone,db/chassis").run();

        assertThat(texts("select version from flyway_schema_history where success order by version"))
                .contains("1000", "1001");
    }

    @Test
    void the_service_is_granted_what_its_settings_name() {
        migration("db/alone,db/chassis").run();

        assertThat(privilegesOn("dead_letter")).containsExactly("DELETE", "INSERT", "SELECT", "UPDATE");
    }

    @Test
    void a_service_without_migrations_is_a_mistake_in_its_packaging() {
        assertThatThrownBy(() -> migration("db/nowhere").run()).hasMessageContaining("db/nowhere");
    }

    @Test
    void a_setting_that_the_service_would_obey_is_not_disregarded() {
        assertThatThrownBy(() -> migration(Map.of("quarkus.flyway.default-schema", "elsewhere"))
                        .run())
                .hasMessageContaining("quarkus.flyway.default-schema");
    }

    private MigrationOnly migration(String locations) {
        return migration(Map.of("quarkus.flyway.locations", locations));
    }

    private MigrationOnly migration(Map<String, String> more) {
        return new MigrationOnly(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "quarkus.flyway.jdbc-url", roles.owner().url(),
                                "quarkus.flyway.username", roles.owner().user(),
                                "quarkus.flyway.password", roles.owner().password(),
                                "quarkus.flyway.placeholders.service",
                                        roles.service().user(),
                                "quarkus.flyway.placeholders.append-only", "none",
                                "quarkus.flyway.placeholders.deleted-from", "dead_letter"),
                        "settings of a service",
                        ConfigSource.DEFAULT_ORDINAL + 1))
                .withSources(new PropertiesConfigSource(more, "settings of a test", ConfigSource.DEFAULT_ORDINAL + 2))
                .build());
    }

    private List<String> privilegesOn(String table) {
        return texts("""
                select privilege_type from information_schema.table_privileges
                where table_name = '%s' and grantee = '%s' order by 1
                """.formatted(table, roles.service().user()));
    }

    private List<String> texts(String sql) {
        return database.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
