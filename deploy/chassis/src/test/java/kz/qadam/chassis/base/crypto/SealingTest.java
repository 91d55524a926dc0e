package kz.qadam.chassis.base.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    private static final byte[] SECRET = "a secret".getBytes(UTF_8);
    private static final byte[] HERE = {1};
    private static final byte[] THERE = {2};

    @TempDir
    Path folder;

    private KeyFile file(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("keys.properties"), List.of(lines));
        return KeyFile.read(Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------")));
    }

    private static String key(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(key);
    }

    private Sealing first() throws IOException {
        return new Sealing(file("cipher.current=c1", "cipher.c1=" + key(1)).ring("cipher"));
    }

    @Test
    void what_is_sealed_opens_in_its_place_also_after_a_rotation() throws IOException {
        var sealed = first().seal(SECRET, HERE);
        var rotated = file("cipher.current=c2", "cipher.c1=" + key(1), "cipher.c2=" + key(2));

        byte[] opened = new Sealing(rotated.ring("cipher")).open(sealed, HERE);

        assertThat(opened).isEqualTo(SECRET);
        assertThat(new String(sealed.bytes(), ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void moved_to_another_place_it_does_not_open() throws IOException {
        var sealed = first().seal(SECRET, HERE);

        assertThatThrownBy(() -> first().open(sealed, THERE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void under_a_key_that_is_gone_it_does_not_open_and_says_which() throws IOException {
        var sealed = first().seal(SECRET, HERE);
        var replaced = file("cipher.current=c2", "cipher.c2=" + key(2));

        assertThatThrownBy(() -> new Sealing(replaced.ring("cipher")).open(sealed, HERE))
                .hasMessageContaining("c1");
    }

    @Test
    void no_two_seals_are_alike() throws IOException {
        var sealing = first();

        assertThat(sealing.seal(SECRET, HERE).bytes())
                .isNotEqualTo(sealing.seal(SECRET, HERE).bytes());
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> KeyFile.read(folder.resolve("nowhere.properties")))
                .hasMessageContaining("nowhere.properties");
    }

    @Test
    void a_key_that_is_too_short_is_none() throws IOException {
        var file = file("cipher.current=c1", "cipher.c1=AAAA");

        assertThatThrownBy(() -> file.ring("cipher")).hasMessageContaining("cipher.c1");
    }

    @Test
    void the_current_key_is_one_of_those_listed() throws IOException {
        var file = file("cipher.current=c9", "cipher.c1=" + key(1));

        assertThatThrownBy(() -> file.ring("cipher")).hasMessageContaining("cipher.current");
    }
}
