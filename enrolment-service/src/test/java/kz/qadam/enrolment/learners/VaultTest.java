package kz.qadam.enrolment.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final Identity.Personal PERSON = new Identity.Personal("iin:991231100010");

    @TempDir
    Path folder;

    private VaultKeys keys(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("vault.properties"), List.of(lines));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new VaultKeys(file, Duration.ZERO);
    }

    private static String key(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(key);
    }

    private VaultKeys first() throws IOException {
        return keys("lookup.current=l1", "lookup.l1=" + key(1), "cipher.current=c1", "cipher.c1=" + key(2));
    }

    private VaultKeys rotated() throws IOException {
        return keys(
                "lookup.current=l2",
                "lookup.l1=" + key(1),
                "lookup.l2=" + key(3),
                "cipher.current=c2",
                "cipher.c1=" + key(2),
                "cipher.c2=" + key(4));
    }

    @Test
    void what_is_sealed_opens_for_its_learner_also_after_a_rotation() throws IOException {
        UUID learner = UUID.randomUUID();
        var sealed = new LearnerSeal(first().current().cipher()).seal(learner, PERSON);

        var opened = new LearnerSeal(rotated().current().cipher()).open(learner, sealed);

        assertThat(opened).isEqualTo(PERSON);
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("991231100010");
    }

    @Test
    void moved_to_another_learner_it_does_not_open() throws IOException {
        var seal = new LearnerSeal(first().current().cipher());
        var sealed = seal.seal(UUID.randomUUID(), PERSON);

        assertThatThrownBy(() -> seal.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void after_a_rotation_a_person_is_still_looked_up_under_the_earlier_key() throws IOException {
        var before = new PersonHasher(first().current().lookup()).hash(PERSON);

        var after = new PersonHasher(rotated().current().lookup());

        assertThat(after.hashes(PERSON)).containsEntry("l1", before);
        assertThat(after.hash(PERSON)).isNotEqualTo(before);
    }

    @Test
    void without_its_keys_the_vault_does_not_open() {
        assertThatThrownBy(() -> new VaultKeys(folder.resolve("nowhere.properties"), Duration.ZERO))
                .hasMessageContaining("nowhere.properties");
    }
}
