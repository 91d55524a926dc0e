package kz.qadam.chassis.http.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.crypto.Sha256;

/**
 * A key of an institution in its newest state: a caller with its id and its secret acts as a partner.
 *
 * @param sha256 the digest of its secret, in 64 hexadecimal digits
 * @param expiresAt from when on it is refused
 * @param version the number of this state, from 1
 * @param only the one thing that a caller may do with it, such as {@link #STATEMENTS}; null: all that a partner may do
 */
public record PartnerKey(
        UUID id,
        String institution,
        String sha256,
        Instant expiresAt,
        boolean revoked,
        int version,
        // Events of keys that were made before have no such member.
        @JsonSetter(nulls = Nulls.SET) @JsonInclude(JsonInclude.Include.NON_NULL)
        String only) {

    /** To post statements of a learning platform. */
    public static final String STATEMENTS = "statements";

    /** Its columns, where the database does not accept the name of a member. */
    public static final Map<String, String> COLUMNS = Map.of("only", "only_for");

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public PartnerKey {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("sha256 is not a digest.");
        }
    }

    /** The role that it gives to a caller; empty if this version does not know what it is for. */
    Optional<String> role() {
        if (only == null) {
            return Optional.of(Role.PARTNER);
        }
        return only.equals(STATEMENTS) ? Optional.of(Role.STATEMENTS) : Optional.empty();
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
