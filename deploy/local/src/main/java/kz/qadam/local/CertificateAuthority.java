package kz.qadam.local;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority for the parts of one installation. It can only vouch for this machine: a browser that trusts
 * it accepts no certificate of it for another address.
 */
record CertificateAuthority(PrivateKey key, X509Certificate certificate) {

    /** A certificate with its key. */
    record Certified(PrivateKey key, X509Certificate certificate) {}

    /** The only address that is certified. A name, such as localhost, is not: the parts are found by this address. */
    static final String ADDRESS = "127.0.0.1";

    private static final Duration LIFE = Duration.ofDays(3_650);
    private static final Duration LIFE_OF_CERTIFICATES = Duration.ofDays(397);

    /** Clocks may differ. */
    private static final Duration BEFORE = Duration.ofHours(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    static CertificateAuthority create(Instant now) throws IOException {
        try {
            KeyPair keys = keys();
            // The name differs from that of every other authority, so that no client takes one for another.
            var name = new X500Principal("CN=Qadam " + serialNumber().toString(Character.MAX_RADIX));
            var fresh = builder(name, name, keys.getPublic(), now, LIFE);
            fresh.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            fresh.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            fresh.addExtension(Extension.nameConstraints, true, onlyThisMachine());
            fresh.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return new CertificateAuthority(keys.getPrivate(), signed(fresh, keys.getPrivate()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("Cannot make a certificate authority", e);
        }
    }

    /** A certificate for a part that listens at the loopback address and may show it when it connects, too. */
    Certified certify(String part, Instant now, KeyPurposeId... purposes) throws IOException {
        try {
            KeyPair keys = keys();
            var fresh = builder(
                    certificate.getSubjectX500Principal(),
                    new X500Principal("CN=" + part),
                    keys.getPublic(),
                    now,
                    LIFE_OF_CERTIFICATES);
            fresh.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            fresh.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            fresh.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
            fresh.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, ADDRESS)));
            var identifiers = new JcaX509ExtensionUtils();
            fresh.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(keys.getPublic()));
            fresh.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(certificate.getPublicKey()));
            return new Certified(keys.getPrivate(), signed(fresh, key));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("Cannot make a certificate for " + part, e);
        }
    }

    private static NameConstraints onlyThisMachine() {
        return new NameConstraints(
                new GeneralSubtree[] {
                    new GeneralSubtree(new GeneralName(GeneralName.iPAddress, ADDRESS + "/32")),
                    new GeneralSubtree(new GeneralName(GeneralName.dNSName, "localhost"))
                },
                null);
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, PublicKey key, Instant now, Duration life) {
        return new JcaX509v3CertificateBuilder(
                issuer, serialNumber(), Date.from(now.minus(BEFORE)), Date.from(now.plus(life)), subject, key);
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder certificate, PrivateKey signer)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    }

    private static BigInteger serialNumber() {
        return new BigInteger(120, RANDOM).setBit(120);
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
