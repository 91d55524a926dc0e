package kz.qadam.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits. */
final class Sha256 {

    /** The hash before the first entry of a chain. */
    static final String START = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    private Sha256() {}

    static String of(String text) {
        return HEX.formatHex(digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param hexadecimal bytes in hexadecimal digits */
    static String ofBytes(String hexadecimal) {
        return HEX.formatHex(digest(HEX.parseHex(hexadecimal)));
    }

    static String inHexadecimal(String text) {
        return HEX.formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
