package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * The certificates of one installation, with their keys and their authority, in files that only their owner can read.
 * They are made at the first start, and anew at a start at which one of them is about to expire.
 */
public record Certificates(Path directory) {

    /** The launcher, when it administers Kafka. */
    static final String LAUNCHER = "launcher";

    static final String FRONT = "front";
    static final String KAFKA = "kafka";
    static final String KEYCLOAK = "keycloak";
    static final String POSTGRES = "postgres";

    private static final String AUTHORITY = "authority";
    private static final Duration RENEWED_BEFORE = Duration.ofDays(60);

    /** Makes what is missing, expires soon, or is of another authority. */
    public void prepare(Instant now) throws IOException {
        try {
            boolean kept = isValid(AUTHORITY, now);
            CertificateAuthority authority = kept ? kept() : CertificateAuthority.create(now);
            if (!kept) {
                keep(AUTHORITY, new CertificateAuthority.Certified(authority.key(), authority.certificate()));
            }
            for (Service service : Service.values()) {
                prepare(service.module(), authority, now, KeyPurposeId.id_kp_serverAuth);
            }
            prepare(FRONT, authority, now, KeyPurposeId.id_kp_serverAuth);
            prepare(POSTGRES, authority, now, KeyPurposeId.id_kp_serverAuth);
            prepare(KEYCLOAK, authority, now, KeyPurposeId.id_kp_serverAuth);
            // As broker and controller it connects to itself.
            prepare(KAFKA, authority, now, KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
            prepare(LAUNCHER, authority, now, KeyPurposeId.id_kp_clientAuth);
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificates in " + directory + " cannot be read", e);
        }
    }

    /** The certificate of the authority, for everybody who connects. */
    public Path authority() {
        return of(AUTHORITY);
    }

    /** Trust in this authority and in nobody else. */
    public KeyStore trust() throws IOException {
        try {
            var trust = KeyStore.getInstance(KeyStore.getDefaultType());
            trust.load(null, null);
            trust.setCertificateEntry(AUTHORITY, certificate(AUTHORITY));
            return trust;
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate in " + authority() + " cannot be read", e);
        }
    }

    Path of(String part) {
        return directory.resolve(part + ".pem").toAbsolutePath();
    }

    Path keyOf(String part) {
        return directory.resolve(part + "-key.pem").toAbsolutePath();
    }

    /** Key and certificate in one file, as Kafka reads them. */
    Path bothOf(String part) {
        return directory.resolve(part + "-both.pem").toAbsolutePath();
    }

    private void prepare(String part, CertificateAuthority authority, Instant now, KeyPurposeId... purposes)
            throws IOException, GeneralSecurityException {
        if (!isValid(part, now)
                || !certificate(part)
                        .getIssuerX500Principal()
                        .equals(authority.certificate().getSubjectX500Principal())) {
            keep(part, authority.certify(part, now, purposes));
        }
    }

    /** Whether all files of a part are there and do not expire soon. */
    private boolean isValid(String part, Instant now) throws IOException, GeneralSecurityException {
        return Stream.of(of(part), keyOf(part), bothOf(part)).allMatch(Files::exists)
                && certificate(part).getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE));
    }

    private CertificateAuthority kept() throws IOException, GeneralSecurityException {
        return new CertificateAuthority(Pem.key(Files.readString(keyOf(AUTHORITY))), certificate(AUTHORITY));
    }

    private X509Certificate certificate(String part) throws IOException, GeneralSecurityException {
        return Pem.certificate(Files.readString(of(part)));
    }

    private void keep(String part, CertificateAuthority.Certified certified)
            throws IOException, GeneralSecurityException {
        String key = Pem.of(certified.key());
        String certificate = Pem.of(certified.certificate());
        new PrivateFile(keyOf(part)).replace(key);
        new PrivateFile(bothOf(part)).replace(key + certificate);
        new PrivateFile(of(part)).replace(certificate);
    }
}
