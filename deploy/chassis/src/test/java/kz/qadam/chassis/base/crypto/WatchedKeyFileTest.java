package kz.qadam.chassis.base.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedKeyFileTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    private Path list(String... ids) throws IOException {
        var text = new StringBuilder("seal.current=" + ids[ids.length - 1] + "\n");
        for (String id : ids) {
            text.append("seal.%s=%s\n".formatted(id, KEY));
        }
        Path file = Files.writeString(folder.resolve("keys.properties"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static WatchedKeyFile<KeyRing> watched(Path file, Duration age) {
        return new WatchedKeyFile<>(file, age, keys -> keys.ring("seal"));
    }

    @Test
    void after_a_while_the_file_is_read_again() throws IOException {
        var watched = watched(list("s1"), Duration.ZERO);
        list("s1", "s2");

        assertThat(watched.now().current()).isEqualTo("s2");
        assertThat(watched.now().keys()).containsOnlyKeys("s1", "s2");
    }

    @Test
    void before_that_the_keys_stay_as_they_are() throws IOException {
        var watched = watched(list("s1"), Duration.ofHours(1));
        list("s1", "s2");

        assertThat(watched.now().current()).isEqualTo("s1");
        assertThat(watched.now(keys -> keys.keys().containsKey("s1")).current()).isEqualTo("s1");
    }

    @Test
    void before_that_the_file_is_read_again_for_a_key_that_is_not_known() throws IOException {
        var watched = watched(list("s1"), Duration.ofHours(1));
        list("s1", "s2");

        assertThat(watched.now(keys -> keys.keys().containsKey("s2")).current()).isEqualTo("s2");
    }

    @Test
    void a_file_that_was_spoilt_changes_nothing() throws IOException {
        Path file = list("s1");
        var watched = watched(file, Duration.ZERO);

        Files.writeString(file, "seal.current=s9\n");

        assertThat(watched.now().current()).isEqualTo("s1");
    }

    @Test
    void a_file_that_was_lost_changes_nothing_until_it_is_back() throws IOException {
        Path file = list("s1");
        var watched = watched(file, Duration.ZERO);

        Files.delete(file);

        assertThat(watched.now().current()).isEqualTo("s1");
        list("s1", "s2");
        assertThat(watched.now().current()).isEqualTo("s2");
    }

    @Test
    void without_a_file_nothing_starts() {
        assertThatThrownBy(() -> watched(folder.resolve("none"), Duration.ZERO))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw-----w-", "rwx--x---"})
    void a_file_that_others_may_use_is_refused_with_what_to_do(String mode) throws IOException {
        Path file = Files.setPosixFilePermissions(list("s1"), PosixFilePermissions.fromString(mode));

        assertThatThrownBy(() -> watched(file, Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void a_file_that_others_may_use_by_now_changes_nothing_until_that_is_mended() throws IOException {
        var watched = watched(list("s1"), Duration.ZERO);

        Files.setPosixFilePermissions(list("s1", "s2"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(watched.now().current()).isEqualTo("s1");
        list("s1", "s2");
        assertThat(watched.now().current()).isEqualTo("s2");
    }
}
