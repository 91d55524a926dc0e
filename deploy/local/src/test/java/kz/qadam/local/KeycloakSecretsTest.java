package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakSecretsTest {

    private static final String REALM = """
            {"secret": "${QADAM_SCHOOL_42_SECRET}", "url": "${QADAM_REPORTING_URL}", "keys": "${QADAM_UNIVERSITY_1_JWKS}"}
            """;

    @TempDir
    Path directory;

    @Test
    void each_placeholder_gets_a_secret_that_stays_and_is_its_owners_alone() throws Exception {
        var keys = new InstallationSecrets(directory);
        KeycloakSecrets made = keys.keycloak(REALM);

        assertThat(made.byName())
                .containsOnlyKeys("QADAM_SCHOOL_42_SECRET", "QADAM_UNIVERSITY_1_JWKS", KeycloakSecrets.ADMINISTRATOR);
        assertThat(made.secretOf("school-42").orElseThrow()).hasSize(32);
        assertThat(keys.keycloak(REALM)).isEqualTo(made).isEqualTo(keys.keycloak());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.keycloakFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_new_placeholder_gets_a_secret_and_the_others_keep_theirs() throws Exception {
        var keys = new InstallationSecrets(directory);
        KeycloakSecrets before = keys.keycloak(REALM);

        KeycloakSecrets after = keys.keycloak(REALM + "${QADAM_COMPANY_1_SECRET}");

        assertThat(after.byName()).containsAllEntriesOf(before.byName()).containsKey("QADAM_COMPANY_1_SECRET");
    }

    @Test
    void keycloak_gets_the_public_half_of_a_key() throws Exception {
        KeycloakSecrets secrets = new InstallationSecrets(directory).keycloak(REALM);

        String given = secrets.environment().get("QADAM_UNIVERSITY_1_JWKS").replace("\\\"", "\"");

        var key = JWKSet.parse(given).getKeys().get(0);
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.getKeyID())
                .isEqualTo(secrets.keyOf("university-1").orElseThrow().getKeyID());
    }
}
