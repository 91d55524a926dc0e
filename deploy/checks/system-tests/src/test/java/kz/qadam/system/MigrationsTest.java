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

    private static final List<Path> SERVICES = Stream.of("enrolment", "progress", "reporting")
            .map(service -> Repository.path(service + "-service/src/main/resources/db/migration"))
            .toList();

    private static final Path CHASSIS = Repository.path("deploy/chassis/src/main/resources/db/chassis");
    private static final Path CHASSIS_ALONE = Repository.path("deploy/chassis/src/test/resources/db/alone");

    private static final String BASELINE = "B1000__schema.sql";
    private static final int NUMBER_OF_BASELINE = 1000;

    static List<Path> migrations() {
        return Stream.concat(SERVICES.stream(), Stream.of(CHASSIS))
                .flatMap(MigrationsTest::in)
                .toList();
    }

    /** A new database takes one baseline only, so each holds the tables of the chassis, in the same words. */
    @Test
    void the_baseline_of_each_service_begins_with_that_of_the_chassis() throws IOException {
        String ofTheChassis = Files.readString(CHASSIS_ALONE.resolve(BASELINE));

        for (Path service : SERVICES) {
            assertThat(Files.readString(service.resolve(BASELINE))).startsWith(ofTheChassis);
        }
    }

    /** A lower number would silently never run in a database that the baseline has built. */
    @Test
    void each_migration_has_a_number_of_its_own_above_that_of_the_baseline() {
        List<Integer> numbers = migrations().stream()
                .map(MigrationsTest::version)
                .map(Integer::valueOf)
                .toList();

        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number > NUMBER_OF_BASELINE);
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void a_migration_removes_only_what_no_instance_has_used_since_an_earlier_one(Path migration) throws IOException {
        List<BreakingStatement> breaking = BreakingStatement.in(Files.readString(migration));

        List<String> earlier = Stream.concat(
                        Stream.of(Integer.toString(NUMBER_OF_BASELINE)),
                        in(migration.getParent()).map(MigrationsTest::version))
                .filter(version -> Integer.parseInt(version) < Integer.parseInt(version(migration)))
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
                "drop function toys(uuid);",
                "create function tidy() returns void language plpgsql as $$ begin drop table toy; end $$;\nselect tidy();"
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
                "create view reading as select name from toy;",
                "create function tidy() returns void language plpgsql as $$ begin drop table toy; end $$;"
            })
    void what_earlier_instances_do_not_notice_is_allowed(String migration) {
        assertThat(BreakingStatement.in(migration)).isEmpty();
    }

    @Test
    void a_comment_says_since_when_nothing_uses_what_is_removed() {
        assertThat(BreakingStatement.in("create table toy ();\n-- not used since V1204\ndrop view reading;\n"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.unusedSince()).contains("1204"));
    }

    private static Stream<Path> in(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("V")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code 1004}. */
    private static String version(Path migration) {
        String name = migration.getFileName().toString();
        return name.substring(1, name.indexOf("__"));
    }
}
