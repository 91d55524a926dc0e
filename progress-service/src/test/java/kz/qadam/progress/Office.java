package kz.qadam.progress;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
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
