package kz.qadam.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The secrets for which the realm file has placeholders, such as {@code ${QADAM_SCHOOL_42_SECRET}}: passwords of people and
 * what their one-time codes are made from ({@code …_OTP}, in Base32, as authenticators take it), secrets of programs, and the key pairs of programs that sign instead. They are made at the first start and kept in a
 * file, one a line; Keycloak gets of a key pair ({@code …_JWKS}) the public half.
 */
record KeycloakSecrets(Map<String, String> byName) {

    /** The realm administrator. */
    static final String ADMINISTRATOR = "QADAM_ADMINISTRATOR_PASSWORD";

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(QADAM_[A-Z0-9_]+_(?:PASSWORD|SECRET|OTP|JWKS))}");
    private static final String KEYS = "_JWKS";
    private static final String ONE_TIME_CODES = "_OTP";

    /** The characters of Base32: 32 of them, each five random bits, are the 160 bits of a key of HMAC-SHA-1. */
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int OF_A_KEY = 32;

    /** The secrets in the file, which may not exist yet. */
    static KeycloakSecrets keptIn(Path file) throws IOException {
        Map<String, String> kept = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int end = line.indexOf('=');
                kept.put(line.substring(0, end), line.substring(end + 1));
            }
        }
        return new KeycloakSecrets(kept);
    }

    /** These secrets, and new ones for the placeholders of a realm file that have none. */
    KeycloakSecrets completeFor(String realm) {
        Map<String, String> all = new TreeMap<>(byName);
        all.computeIfAbsent(ADMINISTRATOR, KeycloakSecrets::made);
        PLACEHOLDER
                .matcher(realm)
                .results()
                .map(MatchResult::group)
                .map(placeholder -> placeholder.substring(2, placeholder.length() - 1))
                .forEach(name -> all.computeIfAbsent(name, KeycloakSecrets::made));
        return new KeycloakSecrets(all);
    }

    /** The content of the file. */
    String text() {
        return byName.entrySet().stream()
                .map(secret -> secret.getKey() + "=" + secret.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** The values of the placeholders. */
    Map<String, String> environment() throws IOException {
        Map<String, String> values = new HashMap<>();
        for (var secret : byName.entrySet()) {
            values.put(
                    secret.getKey(),
                    secret.getKey().endsWith(KEYS) ? publicHalf(secret.getValue()) : secret.getValue());
        }
        return values;
    }

    /** The secret by which a program shows who it is; empty if it has none. */
    Optional<String> secretOf(String client) {
        return Optional.ofNullable(byName.get(name(client) + "_SECRET"));
    }

    /** The key by which a program shows who it is; empty if it has none. */
    Optional<ECKey> keyOf(String client) throws IOException {
        String key = byName.get(name(client) + KEYS);
        return key == null ? Optional.empty() : Optional.of(key(key));
    }

    private static String name(String client) {
        return "QADAM_" + client.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String made(String name) {
        if (name.endsWith(KEYS)) {
            try {
                return new ECKeyGenerator(Curve.P_256)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.ES256)
                        .keyIDFromThumbprint(true)
                        .generate()
                        .toJSONString();
            } catch (JOSEException e) {
                throw new IllegalStateException("Cannot make a key", e);
            }
        }
        if (name.endsWith(ONE_TIME_CODES)) {
            return new SecureRandom()
                    .ints(OF_A_KEY, 0, BASE_32.length())
                    .mapToObj(index -> BASE_32.substring(index, index + 1))
                    .collect(Collectors.joining());
        }
        // Without characters that a form or a shell would change.
        return InstallationSecrets.random(24).replace('+', '-').replace('/', '_');
    }

    /** As JSON inside a string of JSON. */
    private static String publicHalf(String key) throws IOException {
        return new JWKSet(key(key).toPublicJWK()).toString().replace("\"", "\\\"");
    }

    private static ECKey key(String json) throws IOException {
        try {
            return ECKey.parse(json);
        } catch (ParseException e) {
            throw new IOException("A key of a program cannot be read", e);
        }
    }
}
