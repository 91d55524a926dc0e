package kz.qadam.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.MigrationHistoryCheck;
import org.junit.jupiter.api.Test;

/** Which databases the service works with: new ones, and those that the commit before the baseline has migrated. */
public abstract class MigrationRules {

    private static final String VERSIONS = "select version from flyway_schema_history order by installed_rank";

    private final MigrationHistoryCheck check =
            CDI.current().select(MigrationHistoryCheck.class).get();
    private final Properties kept = kept();

    /** The list holds the checksum of the baseline too, which nobody changes: older databases were compared with it. */
    @Test
    void a_new_database_is_built_by_the_baseline_as_it_was() {
        SecondSchema schema = SecondSchema.migratedTo("latest");

        assertThatCode(() -> check.require(schema.history())).doesNotThrowAnyException();
        assertThat(schema.texts(VERSIONS)).startsWith("1000", "1001");
    }

    @Test
    void a_complete_database_of_the_commit_before_comes_along() {
        SecondSchema schema = ofTheCommitBefore();

        check.require(schema.history());
        schema.migrate();

        assertThat(schema.history().pending()).isEmpty();
        assertThat(schema.texts(VERSIONS)).contains("1001").doesNotContain("1000");
        assertThatCode(() -> check.require(schema.history())).doesNotThrowAnyException();
    }

    @Test
    void a_half_old_database_is_told_which_commit_comes_first() {
        String last = earlier().get(0);
        SecondSchema schema =
                ofTheCommitBefore().with("delete from flyway_schema_history where version = '%s'".formatted(last));

        assertThatThrownBy(() -> check.require(schema.history()))
                .hasMessageContaining("Start commit %s with it first", kept.getProperty("commit"))
                .hasMessageContaining("Missing are [%s=%s]; unknown are []", last, kept.getProperty(last));
    }

    /** As the commit before left it: B1000 was compared with such databases. */
    private SecondSchema ofTheCommitBefore() {
        String rows = earlier().stream()
                .map(version -> "('%1$s', %2$s)".formatted(version, kept.getProperty(version)))
                .collect(Collectors.joining(", "));
        return SecondSchema.migratedTo("1000")
                .with("delete from flyway_schema_history")
                .with("""
                        insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                                                           installed_by, execution_time, success)
                        select row_number() over (), version, 'from before', 'SQL', 'from before', checksum, current_user, 1, true
                          from (values %s) as row (version, checksum)
                        """.formatted(rows));
    }

    /** The versions before the baseline. */
    private List<String> earlier() {
        return kept.stringPropertyNames().stream()
                .filter(name -> !name.equals("commit") && !name.equals("1000"))
                .sorted()
                .toList();
    }

    private static Properties kept() {
        var kept = new Properties();
        try (var list = MigrationRules.class.getResourceAsStream("/db/complete-history.properties")) {
            kept.load(list);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return kept;
    }
}
