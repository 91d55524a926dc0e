package kz.qadam.chassis.base.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Codes that follow from what they are about: the same parts give the same code, and other parts another one. It has
 * only letters, so that nobody takes it for a number of a person. It hides nothing: who knows the parts can compute it.
 */
public final class DerivedCode {

    private static final int BYTES = 16;

    private DerivedCode() {}

    /** A code of 32 letters behind the prefix. */
    public static String of(String prefix, String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return prefix + letters(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256", e);
        }
    }

    private static String letters(byte[] hash) {
        var letters = new StringBuilder(2 * BYTES);
        for (int i = 0; i < BYTES; i++) {
            letters.append((char) ('a' + (hash[i] >> 4 & 15))).append((char) ('a' + (hash[i] & 15)));
        }
        return letters.toString();
    }
}
