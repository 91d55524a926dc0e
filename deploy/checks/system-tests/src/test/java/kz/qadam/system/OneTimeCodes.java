package kz.qadam.system;

import static kz.qadam.system.Waits.soon;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an authenticator shows (RFC 6238): a code for each half minute. Keycloak accepts each code once, and the codes of the
 * half minutes before and after now.
 */
final class OneTimeCodes {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int PERIOD = 30;

    /** How long a code is accepted after it was shown; it is typed and sent meanwhile. */
    static final Duration TO_TYPE = Duration.ofSeconds(10);

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The last half minute whose code was shown, by secret. */
    private static final Map<String, Long> SHOWN = new ConcurrentHashMap<>();

    private OneTimeCodes() {}

    /** A code that was not shown before. */
    static String next(String secret) {
        long step = Math.max(oldest(CLOCK.instant()), SHOWN.getOrDefault(secret, 0L) + 1);
        soon().until(() -> accepted(step, CLOCK.instant()));
        SHOWN.put(secret, step);
        return code(secret, step);
    }

    /** The first half minute whose code is accepted now, and until it is typed. */
    static long oldest(Instant now) {
        return halfMinute(now.plus(TO_TYPE)) - 1;
    }

    static boolean accepted(long step, Instant when) {
        return Math.abs(halfMinute(when) - step) <= 1;
    }

    private static long halfMinute(Instant when) {
        return when.getEpochSecond() / PERIOD;
    }

    private static String code(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        long bits = 0;
        int count = 0;
        for (int i = 0; i < base32.length(); i++) {
            bits = (bits << 5) | BASE_32.indexOf(base32.charAt(i));
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.put((byte) (bits >> count));
            }
        }
        return bytes.array();
    }
}
