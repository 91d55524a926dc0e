package kz.qadam.chassis.http.security;

import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a token says about itself before its signature is verified: enough to refuse it, never enough to accept it.
 *
 * @param algorithm the header {@code alg}, or null
 * @param key the header {@code kid}, or null
 * @param headerType the header {@code typ}, or null
 * @param claimedType the claim {@code typ}, or null
 */
record UnverifiedToken(String algorithm, String key, String headerType, String claimedType) {

    /** @throws AuthenticationFailedException if this is not a signed JWT */
    static UnverifiedToken of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || parts[2].isEmpty()) {
            throw new AuthenticationFailedException("Not a signed JWT");
        }
        try {
            JsonObject header = json(parts[0]);
            JsonObject claims = json(parts[1]);
            return new UnverifiedToken(
                    header.getString("alg"), header.getString("kid"), header.getString("typ"), claims.getString("typ"));
        } catch (DecodeException | IllegalArgumentException | ClassCastException e) {
            throw new AuthenticationFailedException("Not a readable JWT", e);
        }
    }

    private static JsonObject json(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
