package kz.qadam.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.spi.CDI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.qadam.chassis.base.database.Database;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;

/** What the role of a service may do in its database: what is declared, and nothing else. */
public abstract class PrivilegeRules {

    /** The tables of the chassis to which rows are only added. */
    private static final Set<String> APPEND_ONLY = Set.of("trail", "archive_anchor");

    /** The tables of the chassis from which rows are deleted. */
    private static final Set<String> DELETED_FROM = Set.of(
            "import_erasure",
            "import_job",
            "import_part",
            "lease",
            "outbox_event",
            "relay_held",
            "republish_request",
            "sent_compared",
            "sent_event",
            "table_profile");

    /** What only functions of the owner write, or nobody any more. */
    private static final Set<String> READ_ONLY = Set.of(
            "archive_confirmation",
            "archive_dropped",
            "archive_epoch",
            "archive_segment",
            "flyway_schema_history",
            "trail_block",
            "trail_head");

    /** A partition is used through its table. */
    private static final String TABLES = """
            select relname from pg_class
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
            """;

    /** A privilege on a single column is enough. */
    private static final String GRANTED = """
            select relname, string_agg(privilege, ' ' order by privilege) as privileges
              from pg_class
             cross join unnest(array['DELETE', 'INSERT', 'MAINTAIN', 'REFERENCES', 'SELECT', 'TRIGGER', 'TRUNCATE', 'UPDATE'])
                   as privilege
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
               and case when privilege in ('INSERT', 'REFERENCES', 'SELECT', 'UPDATE')
                        then has_any_column_privilege(oid, privilege) else has_table_privilege(oid, privilege) end
             group by relname
            """;

    private static final String COLUMN = """
            select quote_ident(attname) from pg_attribute where attrelid = :table::regclass and attnum > 0 and not attisdropped
             order by attnum limit 1
            """;

    private static final String OWNED = """
            select count(*) from pg_shdepend
             where refclassid = 'pg_authid'::regclass and refobjid = current_user::regrole and deptype = 'o'
            """;

    private final Database database = CDI.current().select(Database.class).get();
    private final Set<String> appendOnly = declared("append-only", APPEND_ONLY);
    private final Set<String> deletedFrom = declared("deleted-from", DELETED_FROM);
    private final Set<String> readOnly = declared("of-functions", READ_ONLY);

    private static Set<String> declared(String list, Set<String> ofTheChassis) {
        Set<String> all = new HashSet<>(
                ConfigProvider.getConfig().getValues("quarkus.flyway.placeholders." + list, String.class));
        all.addAll(ofTheChassis);
        return all;
    }

    @Test
    void each_table_grants_what_is_declared_and_nothing_else() {
        Map<String, String> due = new TreeMap<>();
        texts(TABLES).forEach(table -> due.put(table, due(table)));

        assertThat(granted()).isEqualTo(due);
        assertThat(due).containsKeys(appendOnly.toArray(String[]::new));
        assertThat(deletedFrom).allSatisfy(names -> assertThat(due.keySet()).anyMatch(table -> named(names, table)));
    }

    @Test
    void rows_of_an_append_only_table_are_not_changed_or_removed() {
        for (String table : appendOnly) {
            String column = database.<String>transaction(
                    handle -> one(handle.createQuery(COLUMN).bind("table", table)));
            refused("update %1$s set %2$s = %2$s".formatted(table, column), "permission denied for table " + table);
            refused("delete from " + table, "permission denied for table " + table);
            refused("truncate " + table, "permission denied for table " + table);
        }
    }

    @Test
    void the_role_owns_nothing() {
        assertThat(texts(OWNED)).containsExactly("0");
    }

    @Test
    void the_role_creates_changes_and_drops_no_table() {
        refused("create table note (text varchar)", "permission denied for schema public");
        refused("create schema notes", "permission denied for database");
        refused("alter table lease add note text", "must be owner of table lease");
        refused("drop table lease", "must be owner of table lease");
        refused("drop function clear_trail_text", "must be owner of function clear_trail_text");
    }

    @Test
    void the_role_does_not_become_the_owner() {
        String owner = ConfigProvider.getConfig().getValue("quarkus.flyway.username", String.class);

        refused("set local role " + owner, "permission denied to set role");
    }

    @Test
    void what_only_the_owner_does_with_the_trail_is_refused() {
        refused("select clear_trail_text('{a}')", "permission denied for function clear_trail_text");
        refused("select prepare_trail(now())", "permission denied for function prepare_trail");
    }

    @Test
    void the_history_of_migrations_is_only_read() {
        refused("delete from flyway_schema_history", "permission denied for table flyway_schema_history");
        refused("update flyway_schema_history set success = true", "permission denied for table flyway_schema_history");
    }

    private String due(String table) {
        if (readOnly.contains(table)) {
            return "SELECT";
        }
        if (appendOnly.contains(table)) {
            return "INSERT MAINTAIN SELECT";
        }
        return deletedFrom.stream().anyMatch(names -> named(names, table))
                ? "DELETE INSERT SELECT UPDATE"
                : "INSERT SELECT UPDATE";
    }

    /** Whether a name of the list, such as {@code %_fact}, names a table. */
    private static boolean named(String names, String table) {
        return names.startsWith("%") ? table.endsWith(names.substring(1)) : table.equals(names);
    }

    private Map<String, String> granted() {
        return database.transaction(handle -> {
            Map<String, String> granted = new TreeMap<>();
            handle.createQuery(GRANTED)
                    .map((row, context) -> granted.put(row.getString("relname"), row.getString("privileges")))
                    .list();
            return granted;
        });
    }

    private void refused(String sql, String reason) {
        assertThatThrownBy(() -> database.transaction(handle -> handle.execute(sql)))
                .as(sql)
                .hasMessageContaining(reason);
    }

    private List<String> texts(String sql) {
        return database.transaction(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static String one(Query query) {
        return query.mapTo(String.class).one();
    }
}
