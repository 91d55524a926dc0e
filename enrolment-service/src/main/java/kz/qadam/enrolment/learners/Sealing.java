package kz.qadam.enrolment.learners;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what identifies a person, bound to the learner: moved to another row, it opens no more. */
final class Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** An encrypted text, with what is needed beside the key to open it. It is kept, and never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(String keyId, byte[] nonce, byte[] text) {}

    private final VaultKeys.Ring keys;
    private final SecureRandom random = new SecureRandom();

    Sealing(VaultKeys.Ring keys) {
        this.keys = keys;
    }

    Sealed seal(UUID learner, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed =
                run(Cipher.ENCRYPT_MODE, keys.currentKey(), nonce, learner, text.getBytes(StandardCharsets.UTF_8));
        return new Sealed(keys.current(), nonce, sealed);
    }

    String open(UUID learner, Sealed sealed) {
        byte[] text = run(Cipher.DECRYPT_MODE, keys.keys().get(sealed.keyId()), sealed.nonce(), learner, sealed.text());
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, UUID learner, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(16)
                    .putLong(learner.getMostSignificantBits())
                    .putLong(learner.getLeastSignificantBits())
                    .flip());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
    }
}
