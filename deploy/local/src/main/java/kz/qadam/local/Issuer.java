package kz.qadam.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Signs the tokens of the one-command run and of the tests, as Keycloak does in production. */
final class Issuer implements TokenSource {

    static final String NAME = "https://qadam.local";

    /** All services, each of which accepts only tokens for itself; and the one name by which earlier versions knew them. */
    static final List<String> AUDIENCE = Stream.concat(
                    Arrays.stream(Service.values()).map(Service::module), Stream.of("qadam"))
            .toList();

    static final Duration LIFE = Duration.ofHours(12);

    /** The claim with the roles. */
    static final String ROLES = "groups";

    /** The claim with the only region that a viewer or auditor sees. */
    static final String REGION = "region";

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final RSAKey key;

    private Issuer(RSAKey key) {
        this.key = key;
    }

    static Issuer create() {
        return create(new RSAKeyGenerator(2048));
    }

    /** With a key that is too short for use, and signs in an eighth of the time: for the test backends. */
    static Issuer createShort() {
        return create(new RSAKeyGenerator(1024, true));
    }

    private static Issuer create(RSAKeyGenerator keys) {
        try {
            return new Issuer(keys.keyIDFromThumbprint(true).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make an RSA key", e);
        }
    }

    static Issuer ofPem(String pem) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            var rsa = KeyFactory.getInstance("RSA");
            var own = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var known = rsa.generatePublic(new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent()));
            return new Issuer(new RSAKey.Builder((RSAPublicKey) known)
                    .privateKey(own)
                    .keyIDFromThumbprint()
                    .build());
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("Not an RSA key in PKCS #8", e);
        }
    }

    String toPem() {
        try {
            String body =
                    Base64.getMimeEncoder().encodeToString(key.toPrivateKey().getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(body.replace("\r", ""));
        } catch (JOSEException e) {
            throw new IllegalStateException("Not an RSA key", e);
        }
    }

    /** The body of the public key's PEM in one line, for {@code quarkus.oidc.public-key}. */
    String publicKey() {
        try {
            return Base64.getEncoder().encodeToString(key.toPublicKey().getEncoded());
        } catch (JOSEException e) {
            throw new IllegalStateException("Not an RSA key", e);
        }
    }

    @Override
    public String token(Bearer bearer) {
        return token(bearer, Clock.systemUTC());
    }

    /** A token that is valid from now on. */
    String token(Bearer bearer, Clock clock) {
        Instant now = clock.instant();
        return token(bearer, now, now.plus(LIFE));
    }

    String token(Bearer bearer, Instant issued, Instant expires) {
        return sign(claims(bearer, issued, expires).build());
    }

    /** What such a token says. */
    static JWTClaimsSet.Builder claims(Bearer bearer, Instant issued, Instant expires) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(AUDIENCE)
                .subject(bearer.subject())
                .claim("upn", bearer.subject() + "@qadam.local")
                .claim(ROLES, List.of(bearer.role().code()))
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(expires))
                .jwtID(UUID.randomUUID().toString());
        bearer.institution().ifPresent(code -> claims.claim("institution", code));
        bearer.region().ifPresent(code -> claims.claim(REGION, code));
        return claims;
    }

    /** A token that says this. */
    String sign(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(ACCESS_TOKEN)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign a token", e);
        }
    }
}
