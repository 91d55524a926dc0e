package kz.qadam.chassis.base.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts values (AES-256-GCM) and binds each to a place, such as a row: moved to another place, it cannot be
 * decrypted.
 */
public final class Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    public Sealing(KeyRing keys) {
        this.keys = keys;
    }

    /** Encrypts with the current key. */
    public SealedValue seal(byte[] open, byte[] associatedData) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new SealedValue(
                keys.current(), nonce, run(Cipher.ENCRYPT_MODE, keys.key(keys.current()), nonce, associatedData, open));
    }

    /**
     * Decrypts a value.
     *
     * @throws IllegalStateException if the value was sealed for another place, or its key is no longer listed
     */
    public byte[] open(SealedValue sealed, byte[] associatedData) {
        return run(Cipher.DECRYPT_MODE, keys.key(sealed.keyId()), sealed.nonce(), associatedData, sealed.bytes());
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] associatedData, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associatedData);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
    }
}
