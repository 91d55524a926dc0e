package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    @TempDir
    Path directory;

    private KeyFile vault;

    @BeforeEach
    void make() throws IOException {
        vault = new KeyFile(new InstallationSecrets(directory).vault());
    }

    @Test
    void a_new_key_becomes_current_and_the_old_one_stays_as_it_is() throws IOException {
        List<String> before = Files.readAllLines(vault.path());

        vault.replace("lookup", NOW);

        assertThat(vault.current("lookup")).isEqualTo("l2");
        assertThat(vault.earlier("lookup")).containsExactly("l1");
        assertThat(vault.earlier("cipher")).isEmpty();
        assertThat(Files.readAllLines(vault.path()))
                .containsAll(before.stream()
                        .filter(line -> !line.startsWith("lookup.current"))
                        .toList());
    }

    @Test
    void an_id_does_not_come_back() throws IOException {
        vault.replace("lookup", NOW);
        vault.remove("lookup", Instant.MAX);
        vault.replace("lookup", NOW);

        assertThat(vault.current("lookup")).isEqualTo("l3");
        assertThat(vault.earlier("lookup")).containsExactly("l2");
    }

    @Test
    void a_key_goes_when_it_was_replaced_long_enough_ago() throws IOException {
        vault.replace("cipher", NOW.minus(Duration.ofDays(9)));
        vault.replace("cipher", NOW.minus(Duration.ofDays(7)));

        vault.remove("cipher", NOW.minus(Duration.ofDays(8)));

        assertThat(vault.earlier("cipher")).containsExactly("c2");
        assertThat(vault.current("cipher")).isEqualTo("c3");
        assertThat(Files.readString(vault.path())).doesNotContain("cipher.c1");
    }

    @Test
    void only_its_owner_reads_the_file_and_no_other_file_is_left_in_its_folder() throws IOException {
        vault.replace("lookup", NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(vault.path())))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(vault.path());
        }
    }
}
