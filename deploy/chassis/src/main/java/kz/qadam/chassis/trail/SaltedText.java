package kz.qadam.chassis.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import kz.qadam.chassis.base.crypto.Sha256;

/**
 * A text that a person wrote, such as a reason. It can be cleared with its salt; the digest that remains proves what it
 * was to everybody who knows both, and says nothing to others.
 *
 * @param textDigest SHA-256 of the salt and the text
 * @param textSalt random; null when the text is cleared
 * @param text null when it is cleared
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares entries.
record SaltedText(byte[] textDigest, byte[] textSalt, String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A text with a new salt; null for no text. */
    static SaltedText of(String text) {
        if (text == null) {
            return null;
        }
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new SaltedText(digest(salt, text), salt, text);
    }

    static byte[] digest(byte[] salt, String text) {
        MessageDigest sha256 = Sha256.begin();
        sha256.update(salt);
        return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
