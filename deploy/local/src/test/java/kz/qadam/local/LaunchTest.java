package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

    @TempDir
    Path java;

    @Test
    void what_the_launcher_makes_is_its_owners_alone() throws IOException, InterruptedException {
        Path program = Files.createDirectories(java.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/bin/sh\numask\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

        Process shell = new ProcessBuilder("bash", "-c", "source ./launch.sh; java_home=%s; launch Up".formatted(java))
                .redirectErrorStream(true)
                .start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("0077\n");
        assertThat(shell.waitFor()).isZero();
    }
}
