package kz.qadam.chassis.events.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of a chain: each is made from the hash before and from one entry, so it depends on all entries so far. */
final class ChainHash {

    /** How many bytes a hash has. */
    static final int LENGTH = 32;

    private ChainHash() {}

    /** The hash before the first entry. */
    static byte[] start() {
        return new byte[LENGTH];
    }

    /** SHA-256 of the hash before and of the SHA-256 of the entry. */
    static byte[] next(byte[] before, String canonicalEntry) {
        MessageDigest sha256 = sha256();
        byte[] entry = sha256.digest(canonicalEntry.getBytes(StandardCharsets.UTF_8));
        sha256.update(before);
        return sha256.digest(entry);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
