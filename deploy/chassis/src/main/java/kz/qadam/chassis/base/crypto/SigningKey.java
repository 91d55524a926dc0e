package kz.qadam.chassis.base.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A key for signatures with Ed25519. */
public final class SigningKey {

    private static final int DIGITS_OF_ID = 16;

    private final EdECPrivateKey secret;
    private final byte[] publicKey;

    private SigningKey(EdECPrivateKey secret) throws GeneralSecurityException {
        this.secret = secret;
        this.publicKey = publicKeyOf(secret).getEncoded();
    }

    /**
     * Reads a key file as {@code openssl genpkey -algorithm ed25519} writes it: PKCS#8 in PEM.
     *
     * @throws IllegalStateException if the file cannot be read, is no such key, or others may read it too
     */
    public static SigningKey read(Path file) {
        try {
            KeyFile.requireProtected(file);
            String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            return new SigningKey(
                    (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(encoded));
        } catch (IOException e) {
            throw new IllegalStateException("The key file " + file + " cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("The key file " + file + " has no Ed25519 key in PKCS#8", e);
        }
    }

    /** The first 16 digits of the SHA-256 of the public key. */
    public String id() {
        return idOf(publicKey);
    }

    static String idOf(byte[] publicKey) {
        return Sha256.hex(publicKey).substring(0, DIGITS_OF_ID);
    }

    /** The public key, in PEM. */
    public String publicPem() {
        return pem(publicBase64());
    }

    /** The public key as one line of 60 characters, which its PEM has between two others. */
    public String publicBase64() {
        return Base64.getEncoder().encodeToString(publicKey);
    }

    /** The PEM of {@link #publicBase64}. */
    public static String pem(String publicBase64) {
        return "-----BEGIN PUBLIC KEY-----\n" + publicBase64 + "\n-----END PUBLIC KEY-----\n";
    }

    /** The 64 bytes of a signature. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java signs with Ed25519", e);
        }
    }

    /** The file has the secret alone, and the JDK makes a public key only of new random bytes, which the secret is. */
    private static PublicKey publicKeyOf(EdECPrivateKey secret) throws GeneralSecurityException {
        byte[] bytes = secret.getBytes().orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Known(bytes));
        return generator.generateKeyPair().getPublic();
    }

    /** Gives known bytes in place of random ones. */
    private static final class Known extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        private Known(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }
}
