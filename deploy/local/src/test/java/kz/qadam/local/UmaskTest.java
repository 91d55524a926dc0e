package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where PostgreSQL runs as another user, it reaches its files whatever the umask of the one who starts it. */
class UmaskTest {

    @TempDir
    Path existing;

    @Test
    void what_leads_to_the_data_and_the_programs_is_open_to_another_user() throws Exception {
        Path data = existing.resolve("new/nested/data");
        Path programs = existing.resolve("programs");

        var process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask 077; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Creation.class.getName(),
                        data.toString(),
                        programs.toString())
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
        for (Path directory : List.of(existing.resolve("new"), existing.resolve("new/nested"), data)) {
            assertThat(Files.getPosixFilePermissions(directory))
                    .contains(PosixFilePermission.OTHERS_EXECUTE)
                    .doesNotContain(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
        }
        assertThat(Files.getPosixFilePermissions(existing)).doesNotContain(PosixFilePermission.OTHERS_EXECUTE);
        try (var unpacked = Files.walk(programs)) {
            assertThat(unpacked.filter(Files::isDirectory))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(directory -> assertThat(Files.getPosixFilePermissions(directory))
                            .contains(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE));
        }
    }

    /** Runs in a process of its own, with its own umask. */
    static final class Creation {

        private Creation() {}

        public static void main(String[] arguments) throws IOException {
            Unprivileged.NOBODY.create(Path.of(arguments[0]));
            PostgresBinaries.unpackedIn(Path.of(arguments[1]));
        }
    }
}
