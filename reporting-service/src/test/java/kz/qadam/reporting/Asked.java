package kz.qadam.reporting;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import kz.qadam.local.Tokens;

/** Questions to the running service. */
public final class Asked {

    private Asked() {}

    public static ValidatableResponse exact(String path, String... query) {
        return response("viewer", path, query).then();
    }

    public static ValidatableResponse auditor(String path, String... query) {
        return response("auditor", path, query).then();
    }

    public static ValidatableResponse byAnybody(String path, String... query) {
        var request = given();
        for (int i = 0; i < query.length; i += 2) {
            request = request.queryParam(query[i], query[i + 1]);
        }
        return request.get(path).then();
    }

    /** The instant of what is known now. */
    public static String now() {
        return exact("/v1/progress").extract().path("asOf");
    }

    /** The bytes of an answer. */
    public static String bytes(String path, String... query) {
        return response("viewer", path, query).then().statusCode(200).extract().asString();
    }

    /** The bytes of an answer to an auditor. */
    public static String auditorBytes(String path, String... query) {
        return response("auditor", path, query).then().statusCode(200).extract().asString();
    }

    public static ValidatableResponse post(String role, String path, Object body) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    public static ValidatableResponse recount(Map<String, Object> question) {
        return post("auditor", "/v1/audit/recounts", question);
    }

    private static Response response(String role, String path, String... query) {
        var request = given().auth().oauth2(Tokens.of(role));
        for (int i = 0; i < query.length; i += 2) {
            request = request.queryParam(query[i], query[i + 1]);
        }
        return request.get(path);
    }
}
