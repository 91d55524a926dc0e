package kz.qadam.chassis.base.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key as openssl makes it. What it says of itself and how it signs was computed by openssl. */
class SigningKeyTest {

    private static final String MADE_BY_OPENSSL = """
            MC4CAQAwBQYDK2VwBCIEINhId02BNni5/P7IbsleIYhgffWD9Iq3fNkW4NP7i+l2
            """;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void make() throws IOException {
        file = directory.resolve("key.pem");
        write(MADE_BY_OPENSSL);
    }

    private void write(String body) throws IOException {
        Files.writeString(file, "-----BEGIN PRIVATE" + " KEY-----\n" + body + "-----END PRIVATE" + " KEY-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void it_has_the_public_key_that_openssl_shows() {
        assertThat(SigningKey.read(file).publicPem()).isEqualTo("""
                -----BEGIN PUBLIC KEY-----
                MCowBQYDK2VwAyEAxDyKsPsEkKyk9nXVE6qrppaNSX/zc+lihagByIXBk08=
                -----END PUBLIC KEY-----
                """);
    }

    @Test
    void its_id_is_the_beginning_of_the_digest_of_the_public_key() {
        assertThat(SigningKey.read(file).id()).isEqualTo("1a8f9111260927c9");
    }

    @Test
    void it_signs_as_openssl_does() {
        byte[] signature = SigningKey.read(file).sign("abc".getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo("a91ad75dc24a2a680b7ae85863b4d505777257f25a59f7c2f9f0748575d3e665"
                        + "42a9a17e80918bf229408ffaa0e05bbea7d9a88d937e022df1c99fcb825ccd0d");
    }

    @Test
    void another_file_is_no_key() throws IOException {
        write("bm8ga2V5\n");

        assertThatThrownBy(() -> SigningKey.read(file)).hasMessageContaining("has no Ed25519 key in PKCS#8");
    }

    @Test
    void a_key_that_others_may_read_is_refused() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> SigningKey.read(file)).hasMessageContaining("chmod 600");
    }
}
