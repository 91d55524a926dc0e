package kz.qadam.chassis.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts (AES-256-GCM), bound to a place: moved to another, it opens no more. */
public final class Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    public Sealing(KeyRing keys) {
        this.keys = keys;
    }

    /** Under the current key. */
    public Sealed seal(byte[] open, byte[] place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Sealed(keys.current(), nonce, run(Cipher.ENCRYPT_MODE, keys.currentKey(), nonce, place, open));
    }

    /**
     * What was sealed there.
     *
     * @throws IllegalStateException if it was sealed elsewhere, or under a key that is listed no more
     */
    public byte[] open(Sealed sealed, byte[] place) {
        return run(Cipher.DECRYPT_MODE, keys.key(sealed.keyId()), sealed.nonce(), place, sealed.bytes());
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
    }
}
