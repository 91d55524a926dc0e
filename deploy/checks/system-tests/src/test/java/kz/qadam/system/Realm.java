package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keycloak's realm, as programs, people and its administrator meet it. */
record Realm(URI address, Path secrets) {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    /** A token of a program for these services. */
    String tokenOfProgram(String client, String... services) {
        Map<String, String> grant = new HashMap<>();
        grant.put("grant_type", "client_credentials");
        grant.put("client_id", client);
        grant.put("client_secret", secret(client, "SECRET"));
        if (services.length > 0) grant.put("scope", String.join(" ", services));
        return given().formParams(grant)
                .post(endpoint("token"))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Where a log in ends that reporting-service has begun. */
    static String redirect(URI pages) {
        return pages + "/staff/login/reporting-service";
    }

    /** The tokens of a person who logs in on the pages of Qadam. */
    JsonPath logIn(String person, URI pages) {
        return logIn(
                person,
                "pages",
                redirect(pages),
                "openid enrolment-service progress-service reporting-service",
                Map.of("client_secret", secret("pages", "SECRET")));
    }

    /** The token with which a person edits the own account at Keycloak itself. */
    String tokenForAccount(String person) {
        return logIn(person, "account-console", address + "/account/", "openid", Map.of())
                .getString("access_token");
    }

    /** Authorization code with PKCE. */
    private JsonPath logIn(
            String person, String client, String redirect, String scope, Map<String, String> clientSecret) {
        String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
        Response page = authorizing(
                client,
                redirect,
                scope,
                Map.of("code_challenge", challenge(verifier), "code_challenge_method", "S256"));
        Response entered = enteringPassword(person, page);
        var code = oneTimeCodeOf(person);
        if (code.isPresent()) {
            entered = entering("otp=" + code.get(), form(entered), page);
        }
        Map<String, String> grant = new HashMap<>(clientSecret);
        grant.put("grant_type", "authorization_code");
        grant.put("client_id", client);
        grant.put("redirect_uri", redirect);
        if (entered.statusCode() != 302) throw new AssertionError(entered.statusLine() + "\n" + entered.asString());
        grant.put("code", parameter(entered.header("Location"), "code"));
        grant.put("code_verifier", verifier);
        return given().formParams(grant)
                .post(endpoint("token"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** How Keycloak answers the password of a person on this page. */
    Response enteringPassword(String person, Response page) {
        return entering("username=" + person + "&password=" + secret(person, "PASSWORD"), form(page), page);
    }

    private static Response entering(String fields, String form, Response page) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookies(page.cookies())
                .contentType("application/x-www-form-urlencoded")
                .body(fields)
                .post(form);
    }

    /** How Keycloak answers the password of a person, which a program shows. */
    Response tryingPassword(String person, String client) {
        return given().formParams(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "username",
                        person,
                        "password",
                        secret(person, "PASSWORD")))
                .post(endpoint("token"));
    }

    /** How Keycloak answers somebody who comes to log in. */
    Response authorizing(String client, String redirect, String scope, Map<String, String> more) {
        return given().redirects()
                .follow(false)
                .queryParams(Map.of(
                        "client_id", client,
                        "redirect_uri", redirect,
                        "response_type", "code",
                        "scope", scope,
                        "state", "a-state"))
                .queryParams(more)
                .get(endpoint("auth"));
    }

    /** The administrator of the realm. */
    RequestSpecification administrator() {
        String token = given().formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "administrator",
                        "password", secret("administrator", "PASSWORD")))
                .post(address.resolve("/realms/master/protocol/openid-connect/token"))
                .path("access_token");
        return management(token);
    }

    /** Somebody with this token who comes to where a realm is managed. */
    RequestSpecification management(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .baseUri(address.resolve("/admin/realms/qadam").toString());
    }

    /** Somebody with this token who comes to where accounts are edited. */
    RequestSpecification account(String token) {
        return given().auth()
                .oauth2(token)
                .accept("application/json")
                .contentType("application/json")
                .baseUri(address + "/account/");
    }

    /** What a token says. */
    static JsonPath claims(String token) {
        return new JsonPath(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), US_ASCII));
    }

    /** Which key has signed a token. */
    static String key(String token) {
        return new JsonPath(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]), US_ASCII))
                .getString("kid");
    }

    private URI endpoint(String name) {
        return URI.create(address + "/protocol/openid-connect/" + name);
    }

    String passwordOf(String person) {
        return secret(person, "PASSWORD");
    }

    /** A new code of the authenticator of a person, if the person has one. */
    Optional<String> oneTimeCodeOf(String person) {
        return known(person, "OTP").map(OneTimeCodes::next);
    }

    private String secret(String owner, String kind) {
        return known(owner, kind).orElseThrow();
    }

    private Optional<String> known(String owner, String kind) {
        String name = "QADAM_" + owner.replace('-', '_').toUpperCase(Locale.ROOT) + "_" + kind + "=";
        try {
            List<String> lines = Files.readAllLines(secrets);
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(name.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String form(Response page) {
        Matcher form = FORM.matcher(page.asString());
        if (!form.find()) throw new AssertionError(page.statusLine() + "\n" + page.asString());
        return form.group(1).replace("&amp;", "&");
    }

    static String parameter(String address, String name) {
        Matcher value = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(String.valueOf(address));
        if (!value.find()) throw new AssertionError("No " + name + " in " + address);
        return value.group(1);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
