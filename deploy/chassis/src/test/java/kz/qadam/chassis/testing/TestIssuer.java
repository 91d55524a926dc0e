package kz.qadam.chassis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtSignatureBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** An issuer of tokens with a key of its own, which the service under test trusts. Add it with {@code @WithTestResource}. */
public class TestIssuer implements QuarkusTestResourceLifecycleManager {

    private static final String SIGNING_KEY = "qadam.test.signing-key";

    @Override
    public Map<String, String> start() {
        KeyPair pair = newPair();
        return Map.of(
                "quarkus.oidc.public-key",
                base64(pair.getPublic().getEncoded()),
                // By the configuration, since a static field may be another one in the test's class loader.
                SIGNING_KEY,
                base64(pair.getPrivate().getEncoded()));
    }

    @Override
    public void stop() {}

    /** A good token for this role, naming no institution. */
    public static String token(String role) {
        return of(role).sign();
    }

    /** A good token of a partner. */
    public static String partner(String institution) {
        return of("partner").institution(institution).sign();
    }

    /** A token to be made worse before it is signed. */
    public static Draft of(String... roles) {
        return new Draft(
                "https://qadam.local",
                ConfigProvider.getConfig().getValue("quarkus.oidc.token.audience", String.class),
                Instant.now().plus(Duration.ofHours(1)),
                Set.of(roles),
                null,
                null,
                "at+jwt",
                null);
    }

    /**
     * What a token will say.
     *
     * @param region the claim {@code region}, or null
     * @param type the type in its header
     * @param claimedType the claim {@code typ}, or null
     */
    public record Draft(
            String issuer,
            String audience,
            Instant expiry,
            Set<String> roles,
            String institution,
            Object region,
            String type,
            String claimedType) {

        public Draft issuer(String other) {
            return new Draft(other, audience, expiry, roles, institution, region, type, claimedType);
        }

        public Draft audience(String other) {
            return new Draft(issuer, other, expiry, roles, institution, region, type, claimedType);
        }

        public Draft expiry(Instant other) {
            return new Draft(issuer, audience, other, roles, institution, region, type, claimedType);
        }

        public Draft institution(String other) {
            return new Draft(issuer, audience, expiry, roles, other, region, type, claimedType);
        }

        public Draft region(Object other) {
            return new Draft(issuer, audience, expiry, roles, institution, other, type, claimedType);
        }

        public Draft type(String inHeader, String claimed) {
            return new Draft(issuer, audience, expiry, roles, institution, region, inHeader, claimed);
        }

        /** Signed by the trusted key. */
        public String sign() {
            return signature().sign(trusted());
        }

        /** Signed by a key that nobody knows. */
        public String signByStranger() {
            return signature().sign(newPair().getPrivate());
        }

        /** Signed by the trusted key, with another algorithm. */
        public String sign(SignatureAlgorithm algorithm) {
            return signature().algorithm(algorithm).sign(trusted());
        }

        /** Signed with the trusted public key, which everybody may know, as if it were a shared secret. */
        public String signByPublicKey() {
            byte[] known = Base64.getDecoder()
                    .decode(ConfigProvider.getConfig().getValue("quarkus.oidc.public-key", String.class));
            return signature().algorithm(SignatureAlgorithm.HS256).sign(new SecretKeySpec(known, "HmacSHA256"));
        }

        /** Not signed at all. */
        public String unsigned() {
            String header = "{\"alg\":\"none\",\"typ\":\"at+jwt\"}";
            return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                    + sign().split("\\.", -1)[1] + ".";
        }

        private JwtSignatureBuilder signature() {
            var claims = Jwt.issuer(issuer)
                    .audience(audience)
                    .subject("test-" + String.join("-", roles))
                    .issuedAt(expiry.minus(Duration.ofHours(2)))
                    .expiresAt(expiry)
                    .groups(roles);
            if (institution != null) claims.claim("institution", institution);
            if (region != null) claims.claim("region", region);
            if (claimedType != null) claims.claim("typ", claimedType);
            return claims.jws().header("typ", type);
        }
    }

    private static PrivateKey trusted() {
        String encoded = ConfigProvider.getConfig().getValue(SIGNING_KEY, String.class);
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
