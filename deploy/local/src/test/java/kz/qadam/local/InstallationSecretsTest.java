package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationSecretsTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void a_token_of_yesterday_verifies_with_the_public_key_of_today() throws Exception {
        String token = token(Bearer.of("partner", "school-1"));

        assertThat(verifies(token, new InstallationSecrets(directory).issuer())).isTrue();
    }

    @Test
    void a_token_of_another_installation_does_not_verify() throws Exception {
        String token = token(Bearer.of("partner", "school-1"));

        assertThat(verifies(token, Issuer.create())).isFalse();
    }

    @Test
    void a_token_says_who_may_do_what_until_when() throws Exception {
        var token = SignedJWT.parse(token(Bearer.of("partner", "school-1")));

        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getKeyID()).isNotBlank();
        assertThat(claims.getIssuer()).isEqualTo("https://qadam.local");
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        assertThat(claims.getAudience()).contains("enrolment-service", "progress-service", "reporting-service");
        assertThat(claims.getStringListClaim("groups")).containsExactly("partner");
        assertThat(claims.getStringClaim("institution")).isEqualTo("school-1");
        assertThat(claims.getStringClaim("upn")).isNotBlank();
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getExpirationTime()).isEqualTo(NOW.plus(Duration.ofHours(12)));
    }

    @Test
    void a_partner_belongs_to_an_institution() {
        assertThatThrownBy(() -> Bearer.of("partner")).hasMessageContaining("institution");
        assertThatThrownBy(() -> Bearer.of("partner", " ")).hasMessageContaining("institution");
    }

    @Test
    void a_token_of_a_viewer_or_auditor_may_name_a_region() throws Exception {
        for (String role : List.of("viewer", "auditor")) {
            var claims = SignedJWT.parse(token(Bearer.of(role, "KZ-75"))).getJWTClaimsSet();

            assertThat(claims.getStringClaim("region")).isEqualTo("KZ-75");
            assertThat(claims.getClaim("institution")).isNull();
        }
    }

    @Test
    void a_role_that_does_not_exist_is_named() {
        assertThatThrownBy(() -> Bearer.of("minister"))
                .hasMessageContaining("minister")
                .hasMessageContaining("auditor");
    }

    @Test
    void the_vault_keys_are_made_once_and_are_its_owners_alone() throws Exception {
        Path vault = new InstallationSecrets(directory).vault();
        String made = Files.readString(vault);

        assertThat(Files.readString(new InstallationSecrets(directory).vault())).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(vault)))
                .isEqualTo("rw-------");
        var keys = new Properties();
        keys.load(new StringReader(made));
        assertThat(Base64.getDecoder().decode(keys.getProperty("lookup." + keys.getProperty("lookup.current"))))
                .hasSize(32);
        assertThat(Base64.getDecoder().decode(keys.getProperty("cipher." + keys.getProperty("cipher.current"))))
                .hasSize(32);
    }

    @Test
    void an_installation_that_is_older_than_the_keys_of_files_gets_them_and_keeps_the_others() throws Exception {
        String vault = Files.readString(new InstallationSecrets(directory).vault());

        Path files = new InstallationSecrets(directory).files(Service.PROGRESS);

        assertThat(Files.readString(new InstallationSecrets(directory).files(Service.PROGRESS)))
                .isEqualTo(Files.readString(files))
                .isNotEqualTo(Files.readString(new InstallationSecrets(directory).files(Service.ENROLMENT)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(new InstallationSecrets(directory).vault())).isEqualTo(vault);
    }

    @Test
    void files_that_are_open_to_others_are_closed_when_they_are_used() throws Exception {
        var keys = new InstallationSecrets(directory);
        keys.issuer();
        List<Path> files = List.of(directory.resolve("issuer.pem"), keys.vault(), keys.files(Service.PROGRESS));
        for (Path file : files) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }

        keys.issuer();
        keys.vault();
        keys.files(Service.PROGRESS);

        for (Path file : files) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private String token(Bearer bearer) throws Exception {
        return new InstallationSecrets(directory).issuer().token(bearer, NOW, NOW.plus(Duration.ofHours(12)));
    }

    private static boolean verifies(String token, Issuer issuer) throws Exception {
        var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(issuer.publicKey()));
        var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded);
        return SignedJWT.parse(token).verify(new RSASSAVerifier(key));
    }
}
