package kz.qadam.chassis.base.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The public part of a {@link SigningKey}. */
public final class VerifyingKey {

    private final PublicKey key;

    private VerifyingKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a key in PEM.
     *
     * @throws IllegalArgumentException if it is no key of Ed25519
     */
    public static VerifyingKey of(String pem) {
        byte[] der = Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
        try {
            return new VerifyingKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("It is no public key of Ed25519", e);
        }
    }

    /** The same as that of the key that signs. */
    public String id() {
        return SigningKey.idOf(key.getEncoded());
    }

    /** Whether the signature is of this key and over this message. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature that is none.
            return false;
        }
    }
}
