package kz.qadam.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * An entry of a trail, as far as its place in the chain needs it.
 *
 * @param digest the SHA-256 of the entry as it is now
 * @param hasItsText whether a text that is still there is the one that was written
 */
record Entry(String id, String instance, Instant at, String digest, boolean hasItsText) {

    private static final String TEXT = "text";
    private static final String SALT = "textSalt";

    static Entry of(JsonNode json) {
        ObjectNode chained = json.deepCopy();
        chained.remove(TEXT);
        chained.remove(SALT);
        return new Entry(
                json.path("id").asText(),
                json.path("instance").asText(),
                Instant.parse(json.path("at").asText()),
                Sha256.of(CanonicalJson.of(chained)),
                hasItsText(json));
    }

    /** A text that was cleared has no salt any more. */
    private static boolean hasItsText(JsonNode json) {
        if (!json.hasNonNull(TEXT)) {
            return true;
        }
        String salted =
                json.path(SALT).asText() + Sha256.inHexadecimal(json.path(TEXT).asText());
        return Sha256.ofBytes(salted).equals(json.path("textDigest").asText());
    }

    /** The hash that follows in the chain. */
    String hashAfter(String before) {
        return Sha256.ofBytes(before + digest);
    }
}
