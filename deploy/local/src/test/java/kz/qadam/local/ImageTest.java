package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deploy/install/images repeats, since an image contains nothing of the launcher. */
class ImageTest {

    private static final Path IMAGES = Path.of("..", "install", "images");
    private static final int RELEASE = 25;

    @TempDir
    Path work;

    @Test
    void the_jvm_of_an_image_has_the_options_of_the_launcher_and_half_of_the_memory() throws IOException {
        List<String> options = Files.readAllLines(IMAGES.resolve("java.options"));

        assertThat(options).containsAll(Jvm.optionsOf(RELEASE)).contains("-XX:MaxRAMPercentage=50", "-Xlog:aot*=error");
        assertThat(options).hasSize(Jvm.optionsOf(RELEASE).size() + 2);
    }

    @Test
    void an_image_gets_the_packages_of_today_and_not_those_of_an_earlier_build() throws Exception {
        Files.createDirectories(work.resolve("target/packages"));
        Files.writeString(work.resolve("target/packages/libc6_1.deb"), "old");

        assertThat(refreshed("case \"$*\" in download*) touch libc6_2.deb ;; esac"))
                .isZero();

        assertThat(work.resolve("target/packages")).isDirectoryContaining("glob:**/libc6_2.deb");
        assertThat(work.resolve("target/packages/libc6_1.deb")).doesNotExist();
    }

    @Test
    void without_debian_an_image_gets_the_packages_of_an_earlier_build() throws Exception {
        assertThat(refreshed("exit 1")).isNotZero();
        Files.createDirectories(work.resolve("target/packages"));
        Files.writeString(work.resolve("target/packages/libc6_1.deb"), "old");

        assertThat(refreshed("exit 1")).isZero();

        assertThat(work.resolve("target/packages/libc6_1.deb")).exists();
    }

    /** Fetches packages with such an apt-get; returns the exit code. */
    private int refreshed(String aptGet) throws IOException, InterruptedException {
        Path program = Files.createDirectories(work.resolve("bin")).resolve("apt-get");
        Files.writeString(program, "#!/bin/sh\n" + aptGet + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var shell = new ProcessBuilder(
                "bash",
                "-euc",
                "root=%s; source %s; work=%s; refresh_packages"
                        .formatted(
                                Path.of("..", "..").toRealPath(),
                                IMAGES.resolve("steps.sh").toRealPath(),
                                work.resolve("target")));
        shell.environment().merge("PATH", program.getParent() + ":", (path, first) -> first + path);
        return shell.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void every_service_has_an_image() throws IOException {
        String steps = Files.readString(IMAGES.resolve("steps.sh"));

        assertThat(List.of(Service.values()))
                .allSatisfy(service -> assertThat(steps).containsPattern("services=\\(.*" + service.module()));
    }
}
