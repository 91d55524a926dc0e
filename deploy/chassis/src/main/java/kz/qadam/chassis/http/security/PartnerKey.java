package kz.qadam.chassis.http.security;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.crypto.Sha256;

/**
 * A key of an institution in its newest state: a caller with its id and its secret acts as a partner.
 *
 * @param sha256 the digest of its secret, in 64 hexadecimal digits
 * @param expiresAt from when on it is refused
 * @param version the number of this state, from 1
 */
public record PartnerKey(UUID id, String institution, String sha256, Instant expiresAt, boolean revoked, int version) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public PartnerKey {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("sha256 is not a digest.");
        }
    }

    /** The digest of a secret: a secret of 256 random bits needs no slow hash and no salt. */
    public static String digest(String secret) {
        return Sha256.hex(secret);
    }

    /** Whether this is the secret of the key. The time that this takes says nothing about the digest. */
    boolean hasSecret(String secret) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), Sha256.of(secret));
    }
}
