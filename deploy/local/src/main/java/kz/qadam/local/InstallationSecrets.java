package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** The secrets of one installation, created at first use and stored in files that only their owner can read. */
record InstallationSecrets(Path directory) {

    Issuer issuer() throws IOException {
        return issuer(Issuer::create);
    }

    /** @param made what is kept if there is none yet */
    Issuer issuer(Supplier<Issuer> made) throws IOException {
        Path file = directory.resolve("issuer.pem");
        if (!Files.exists(file)) {
            new PrivateFile(file).keep(made.get().toPem());
        }
        closeToOthers(file);
        return Issuer.ofPem(Files.readString(file));
    }

    /** The file that the learner vault of enrolment-service reads. */
    Path vault() throws IOException {
        Path file = directory.resolve("vault.properties");
        if (!Files.exists(file)) {
            new PrivateFile(file).keep("""
                    lookup.current=l1
                    lookup.l1=%s
                    cipher.current=c1
                    cipher.c1=%s
                    """.formatted(random(32), random(32)));
        }
        return closeToOthers(file).toAbsolutePath();
    }

    /** The key file with which a service encrypts the files that were sent to it; each service has its own. */
    Path files(Service service) throws IOException {
        Path file = directory.resolve(service.code() + "-files.properties");
        if (!Files.exists(file)) {
            new PrivateFile(file).keep("""
                    files.current=f1
                    files.f1=%s
                    """.formatted(random(32)));
        }
        return closeToOthers(file).toAbsolutePath();
    }

    /** The file under which progress-service keeps the accounts of learners at platforms. */
    Path platformAccounts() throws IOException {
        Path file = directory.resolve("platform-accounts.properties");
        if (!Files.exists(file)) {
            new PrivateFile(file).keep("""
                    lookup.current=l1
                    lookup.l1=%s
                    cipher.current=c1
                    cipher.c1=%s
                    """.formatted(random(32), random(32)));
        }
        return closeToOthers(file).toAbsolutePath();
    }

    /** The key file with which a service signs its segments of the archive; each service has its own. */
    Path archive(Service service) throws IOException {
        Path file = directory.resolve(service.code() + "-archive.pem");
        if (!Files.exists(file)) {
            new PrivateFile(file).keep(ed25519());
        }
        return closeToOthers(file).toAbsolutePath();
    }

    /** The password of a database role; each role has its own. */
    String passwordOf(String role) throws IOException {
        Path file = directory.resolve(role);
        if (!Files.exists(file)) {
            new PrivateFile(file).keep(random(18));
        }
        return Files.readString(closeToOthers(file));
    }

    /** The secrets that Keycloak got, or is to get, from the realm file. */
    KeycloakSecrets keycloak() throws IOException {
        return KeycloakSecrets.keptIn(keycloakFile());
    }

    /** The same, complete for a realm file. */
    KeycloakSecrets keycloak(String realm) throws IOException {
        KeycloakSecrets kept = keycloak();
        KeycloakSecrets complete = kept.completeFor(realm);
        if (!complete.equals(kept)) {
            new PrivateFile(keycloakFile()).replace(complete.text());
        }
        closeToOthers(keycloakFile());
        return complete;
    }

    Path keycloakFile() {
        return directory.resolve("keycloak.properties");
    }

    /** A new key for signatures, as {@code openssl genpkey -algorithm ed25519} writes it. */
    private static String ed25519() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                    .formatted(
                            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    /** This many random bytes, in Base64. */
    static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    /**
     * Makes a file private: earlier versions and copies may have left it readable for others, and services refuse such
     * a file.
     */
    private static Path closeToOthers(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PrivateFile.OWNERS_ALONE);
    }
}
