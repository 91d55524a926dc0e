package kz.qadam.chassis.http.security;

import static io.restassured.RestAssured.given;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** What a test does with the provider of {@link ProviderServer}, and the tokens of that provider. */
final class Provider {

    private static final RsaJsonWebKey STRANGER = key("stranger");

    private Provider() {}

    static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            key.setUse("sig");
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on the provider offers these keys. */
    static void offers(RsaJsonWebKey... keys) {
        String offered = Arrays.stream(keys)
                .map(key -> key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        given().body(offered).put(address() + "/offered").then().statusCode(204);
    }

    static void stops() {
        given().put(address() + "/stopped").then().statusCode(204);
    }

    static void startsAgain() {
        given().delete(address() + "/stopped").then().statusCode(204);
    }

    /** How often it was asked for its keys. */
    static int asked() {
        return Integer.parseInt(given().get(address() + "/asked").asString());
    }

    /** A good token of this provider for the office. */
    static String token(RsaJsonWebKey key) {
        return token(key, key.getKeyId());
    }

    /** A token that names this key and is signed by a key that the provider does not have. */
    static String forged(String key) {
        return token(STRANGER, key);
    }

    private static String token(RsaJsonWebKey key, String name) {
        var claims = new JwtClaims();
        claims.setIssuer(address());
        claims.setAudience(ConfigProvider.getConfig().getValue("quarkus.oidc.token.audience", String.class));
        claims.setSubject("provided");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setGeneratedJwtId();
        claims.setStringListClaim("groups", "office");
        claims.setStringClaim("typ", "Bearer");
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(name);
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue("RS256");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address() {
        return ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
    }
}
