package kz.qadam.progress;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import kz.qadam.local.Tokens;

/** Those who are no partner. */
public final class Office {

    private Office() {}

    public static ValidatableResponse get(String role, String path) {
        return given().auth().oauth2(Tokens.of(role)).get(path).then();
    }

    public static ValidatableResponse post(String role, String path, String body) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    /** Sends a form as the programme office, and follows no redirect. */
    public static ValidatableResponse form(String path, Map<String, String> form) {
        return given().redirects()
                .follow(false)
                .auth()
                .oauth2(Tokens.of("office"))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path)
                .then();
    }

    /** Sends a table, and is answered with one. */
    public static ValidatableResponse postCsv(String role, String path, String body) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .contentType("text/csv")
                .accept("text/csv")
                .body(body)
                .post(path)
                .then();
    }
}
