package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances of two versions run at the same time during an upgrade, so a migration leaves what the earlier one uses. */
class MigrationsTest {

    private static final Path REPOSITORY = Path.of("../../..").toAbsolutePath().normalize();

    private static final List<Path> DIRECTORIES = Stream.of(
                    "deploy/chassis/src/main/resources/db/chassis",
                    "enrolment-service/src/main/resources/db/migration",
                    "progress-service/src/main/resources/db/migration",
                    "reporting-service/src/main/resources/db/migration")
            .map(REPOSITORY::resolve)
            .toList();

    /** Earlier migrations needed all instances to be stopped, or change what no released version has. */
    private static final int LAST_WITHOUT_RULE = 183;

    static List<Path> migrations() throws IOException {
        return DIRECTORIES.stream()
                .flatMap(MigrationsTest::in)
                .filter(file -> number(version(file)) > LAST_WITHOUT_RULE)
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("migrations")
    void a_migration_removes_only_what_no_instance_has_used_since_an_earlier_one(Path migration) throws IOException {
        List<BreakingStatement> breaking = BreakingStatement.in(Files.readString(migration));

        List<String> earlier = in(migration.getParent())
                .map(MigrationsTest::version)
                .filter(version -> number(version) < number(version(migration)))
                .toList();
        assertThat(breaking)
                .as(migration.getFileName().toString())
                .allSatisfy(statement -> assertThat(statement.unusedSince())
                        .hasValueSatisfying(version -> assertThat(earlier).contains(version)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table reading;",
                "alter table toy\n    drop column name;",
                "alter table toy rename column name to title;",
                "alter table toy alter column name set not null;",
                "alter table toy alter column size type bigint;",
                "alter table toy add column owner text not null;",
                "alter table toy add column a text, add column owner text not null;",
                "drop function toys(uuid);"
            })
    void what_earlier_instances_use_is_not_removed(String migration) {
        assertThat(BreakingStatement.in(migration)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table toy (name text not null);",
                "alter table toy add column owner text not null default 'nobody';",
                "alter table toy alter column name drop not null;",
                "-- drop table reading\ncreate index toy_name on toy (name);",
                "create view reading as select name from toy;"
            })
    void what_earlier_instances_do_not_notice_is_allowed(String migration) {
        assertThat(BreakingStatement.in(migration)).isEmpty();
    }

    @Test
    void a_comment_says_since_when_nothing_uses_what_is_removed() {
        assertThat(BreakingStatement.in("create table toy ();\n-- not used since V204\ndrop view reading;\n"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.unusedSince()).contains("204"));
    }

    private static Stream<Path> in(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("V")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code 181} or, of the chassis, {@code 0_172}. */
    private static String version(Path migration) {
        String name = migration.getFileName().toString();
        return name.substring(1, name.indexOf("__"));
    }

    /** The place in the sequence of numbers, which the chassis and the services share. */
    private static int number(String version) {
        return Integer.parseInt(version.replaceFirst("^0_", "").replaceFirst("_.*", ""));
    }
}
