package kz.qadam.chassis.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import kz.qadam.local.Database;
import kz.qadam.local.DatabaseRoles;
import kz.qadam.local.TestPostgres;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the role of a service may do after the migrations of the chassis, and after each later start. */
class PrivilegesAfterMigrationTest {

    private static final DateTimeFormatter PARTITION = DateTimeFormatter.ofPattern("yyyy_MM");
    private static Database owner;
    private static String service;

    @BeforeAll
    static void migrate_once() {
        DatabaseRoles roles = TestPostgres.freshDatabase();
        owner = roles.owner();
        service = roles.service().user();
        migrate(service);
    }

    @Test
    void a_table_that_was_added_is_covered_by_the_next_start() {
        execute("create table added (note text); create table note (note text); create table removed (note text)");

        migrate(service);

        assertThat(privileges("added")).containsExactly("INSERT", "MAINTAIN", "SELECT");
        assertThat(privileges("note")).containsExactly("INSERT", "SELECT", "UPDATE");
        assertThat(privileges("removed")).containsExactly("DELETE", "INSERT", "SELECT", "UPDATE");
    }

    @Test
    void a_table_is_also_named_by_the_end_of_its_name() {
        execute("create table new_fact (note text); create table artefact (note text)");

        migrate(service);

        assertThat(privileges("new_fact")).containsExactly("DELETE", "INSERT", "SELECT", "UPDATE");
        assertThat(privileges("artefact")).containsExactly("INSERT", "SELECT", "UPDATE");
    }

    @Test
    void partitions_of_the_trail_are_used_through_their_table() {
        execute("select prepare_trail(now() + interval '1 year')");

        migrate(service);

        assertThat(privileges("trail")).containsExactly("MAINTAIN", "SELECT");
        assertThat(privileges("trail_default")).isEmpty();
        assertThat(privileges("trail_"
                        + PARTITION.format(LocalDate.now(ZoneOffset.UTC).plusYears(1))))
                .isEmpty();
    }

    @Test
    void a_privilege_that_somebody_granted_is_revoked_by_the_next_start() {
        execute("grant delete, truncate on dead_letter to " + service);

        migrate(service);

        assertThat(privileges("dead_letter")).containsExactly("INSERT", "SELECT", "UPDATE");
    }

    @Test
    void settings_of_the_role_that_somebody_changed_stay() {
        assertThat(settings()).contains("statement_timeout=30s", "plan_cache_mode=force_custom_plan");
        execute("""
                set role %1$s;
                do $$ begin
                    execute format('alter role %1$s in database %%I set statement_timeout = ''7s''', current_database());
                end $$;
                """.formatted(service));

        migrate(service);

        assertThat(settings()).contains("statement_timeout=7s", "plan_cache_mode=force_custom_plan");
    }

    @Test
    void one_role_for_migrations_and_service_is_refused() {
        assertThatThrownBy(() -> migrate(owner.user()))
                .hasStackTraceContaining("Migrations and service use one role, " + owner.user());
    }

    private static void migrate(String service) {
        Flyway.configure()
                .dataSource(owner.dataSource())
                .locations("db/alone", "db/chassis")
                .placeholders(Map.of(
                        "service",
                        service,
                        "of-functions",
                        "none",
                        "append-only",
                        "added",
                        "deleted-from",
                        "removed,%_fact"))
                .load()
                .migrate();
    }

    private static void execute(String sql) {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> privileges(String table) {
        return texts("""
                select privilege_type from pg_class cross join aclexplode(relacl)
                 where relname = '%s' and grantee = '%s'::regrole order by 1
                """.formatted(table, service));
    }

    private static List<String> settings() {
        return texts(
                "select unnest(setconfig) from pg_db_role_setting where setrole = '%s'::regrole".formatted(service));
    }

    private static List<String> texts(String sql) {
        return Jdbi.create(owner.dataSource())
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
