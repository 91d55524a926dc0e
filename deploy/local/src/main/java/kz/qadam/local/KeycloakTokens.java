package kz.qadam.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * Asks Keycloak for tokens as programs do (client credentials): the program of an institution, or of another role,
 * shows who it is by its secret or by a signature (private_key_jwt).
 */
final class KeycloakTokens implements TokenSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LIFE_OF_ASSERTION = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI provider;
    private final KeycloakSecrets secrets;
    private final Clock clock = Clock.systemUTC();
    private final HttpClient http;

    /**
     * @param provider the address of the realm, which is also the issuer of its tokens
     * @param trust who may vouch for the provider, if it speaks TLS
     */
    KeycloakTokens(URI provider, KeycloakSecrets secrets, SSLContext trust) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(trust)
                .build();
        this.provider = provider;
        this.secrets = secrets;
    }

    @Override
    public String token(Bearer bearer) throws IOException {
        if (bearer.role() == Role.PARTNER_ADMIN) {
            throw new CannotStart(
                    "In Keycloak, a partner-admin is a person, who logs in on the pages: see deploy/docs/operators.md.");
        }
        String client = bearer.institution()
                .or(() -> bearer.region().map(code -> bearer.role().code() + "-" + code.toLowerCase(Locale.ROOT)))
                .orElse(bearer.role().code() + "-program");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", client);
        form.put("scope", Arrays.stream(Service.values()).map(Service::module).collect(Collectors.joining(" ")));
        var key = secrets.keyOf(client);
        if (key.isPresent()) {
            form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            form.put("client_assertion", assertion(client, key.get()));
        } else {
            form.put(
                    "client_secret",
                    secrets.secretOf(client)
                            .orElseThrow(() -> new CannotStart(
                                    "deploy/install/keycloak/realm.json has no client %s. In Keycloak, an administrator of the realm adds one."
                                            .formatted(client))));
        }
        return asked(form);
    }

    private String asked(Map<String, String> form) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(provider + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("Keycloak gives no token: " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body()).get("access_token").asText();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking for a token", e);
        }
    }

    private String assertion(String client, ECKey key) throws IOException {
        Instant now = clock.instant();
        var assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(provider.toString())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE_OF_ASSERTION)))
                        .build());
        try {
            assertion.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IOException("Cannot sign for " + client, e);
        }
        return assertion.serialize();
    }
}
