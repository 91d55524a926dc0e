package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a database is migrated again at a start. */
class MigrationsTest {

    private final Database database = TestPostgres.freshDatabase().owner();

    @TempDir
    Path packaged;

    @BeforeEach
    void the_service_is_packaged() throws IOException {
        write("app/enrolment-service-1.0.jar", "migrations");
        write("lib/main/kz.qadam.chassis-1.0.jar", "migrations of the chassis");
        write("lib/main/org.library-1.0.jar", "a library");
    }

    @Test
    void a_database_that_nobody_has_migrated_is_migrated() throws IOException {
        assertThat(migrations().areDone()).isFalse();
    }

    @Test
    void a_database_that_this_version_has_migrated_is_left_alone() throws Exception {
        migrated();

        assertThat(migrations().areDone()).isTrue();
    }

    @Test
    void a_new_version_of_the_service_or_of_the_chassis_migrates() throws Exception {
        for (String jar : new String[] {"app/enrolment-service-1.0.jar", "lib/main/kz.qadam.chassis-1.0.jar"}) {
            migrated();
            write(jar, "more migrations");

            assertThat(migrations().areDone()).as(jar).isFalse();
        }
    }

    /** Such as the cache of its start, which a JVM writes there at any time. */
    @Test
    void what_else_lies_beside_the_packaged_service_says_nothing_about_its_migrations() throws Exception {
        migrated();

        write("kz.qadam.learned.jsa", "classes");
        write("lib/boot/kz.qadam.other.jar", "a library");

        assertThat(migrations().areDone()).isTrue();
    }

    private void migrated() throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists flyway_schema_history ()");
        }
        migrations().note();
    }

    private Migrations migrations() {
        return new Migrations(packaged, database);
    }

    private void write(String file, String content) throws IOException {
        Path path = packaged.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
