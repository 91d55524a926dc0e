package kz.qadam.chassis.events.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.crypto.SigningKey;
import kz.qadam.chassis.base.crypto.VerifyingKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How the key that signs the segments is changed. */
class NextKeyTest {

    @RegisterExtension
    static final ToyTrail TRAIL = new ToyTrail();

    @TempDir
    Path directory;

    private SigningKey former;
    private SigningKey next;

    @BeforeEach
    void sealWithTheFormerKey() throws IOException, GeneralSecurityException {
        former = TRAIL.keys().key();
        next = newKey("next.pem");
        seal(TRAIL.keys());
    }

    private SigningKey newKey(String name) throws IOException, GeneralSecurityException {
        byte[] secret = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Path file = Files.createFile(
                directory.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "-----BEGIN PRIVATE" + " KEY-----\n" + Base64.getEncoder().encodeToString(secret)
                        + "\n-----END PRIVATE KEY-----\n");
        return SigningKey.read(file);
    }

    private static void seal(SegmentSigningKeys keys) {
        TRAIL.add();
        TRAIL.sealAll(keys);
    }

    private static List<String> keysOfSegments() {
        return TRAIL.sealed().stream()
                .filter(NextKeyTest::isSignedAsItSays)
                .map(segment -> segment.manifest().replaceFirst("(?s).*\n# key ([0-9a-f]{16})\n.*", "$1"))
                .toList();
    }

    private static boolean isSignedAsItSays(Segment segment) {
        var key = VerifyingKey.of(TRAIL.segments().publicKey(ArchiveStream.TRAIL, segment));
        return segment.manifest().contains("\n# key " + key.id() + "\n")
                && key.verifies(
                        segment.manifest().getBytes(StandardCharsets.UTF_8),
                        TRAIL.segments().signature(ArchiveStream.TRAIL, segment));
    }

    @Test
    void the_former_key_signs_the_segment_that_names_the_next_one() {
        seal(new SegmentSigningKeys(former, Optional.of(next)));
        seal(new SegmentSigningKeys(former, Optional.of(next)));
        seal(new SegmentSigningKeys(next, Optional.empty()));

        assertThat(keysOfSegments()).containsExactly(former.id(), former.id(), next.id(), next.id());
        assertThat(TRAIL.sealed().get(1).manifest())
                .contains("  keys/" + next.id() + ".pem\n")
                .contains("\n# next " + next.publicBase64() + "\n");
        assertThat(TRAIL.sealed().get(2).manifest()).doesNotContain("keys/");
    }

    @Test
    void another_key_that_the_former_one_has_not_named_seals_nothing() {
        assertThatThrownBy(() -> seal(new SegmentSigningKeys(next, Optional.empty())))
                .hasMessageContaining("A new key is named by qadam.archive.next-key");

        assertThat(keysOfSegments()).containsExactly(former.id());
    }

    @Test
    void the_former_key_seals_nothing_any_more_after_it_has_named_the_next_one() {
        seal(new SegmentSigningKeys(former, Optional.of(next)));

        assertThatThrownBy(() -> seal(TRAIL.keys())).hasMessageContaining("goes on with another key");
    }

    @Test
    void a_database_is_not_restored_with_another_key() {
        assertThatThrownBy(() -> TRAIL.sealer().require(new SegmentSigningKeys(next, Optional.empty())))
                .hasMessageContaining("goes on with another key");
        assertThatCode(() -> TRAIL.sealer().require(TRAIL.keys())).doesNotThrowAnyException();
    }
}
