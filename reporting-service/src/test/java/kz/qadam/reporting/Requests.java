package kz.qadam.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Map;
import kz.qadam.local.Tokens;

/** Requests to the running service. A query is names and values in turn. */
public final class Requests {

    private Requests() {}

    public static ValidatableResponse anonymous(String path, String... query) {
        return get(given(), path, query);
    }

    /** Somebody with a token, who sees exact figures. */
    public static ValidatableResponse viewer(String path, String... query) {
        return get(as("viewer"), path, query);
    }

    public static ValidatableResponse auditor(String path, String... query) {
        return get(as("auditor"), path, query);
    }

    /** A viewer or auditor who sees one region only. */
    public static ValidatableResponse ofRegion(String role, String region, String path, String... query) {
        return get(given().auth().oauth2(Tokens.of(role, region)), path, query);
    }

    public static ValidatableResponse partner(String institution, String path, String... query) {
        return get(given().auth().oauth2(Tokens.of("partner", institution)), path, query);
    }

    public static ValidatableResponse post(String role, String path, Object body) {
        return as(role).contentType("application/json").body(body).post(path).then();
    }

    public static ValidatableResponse recount(Map<String, Object> question) {
        return post("auditor", "/v1/audit/recounts", question);
    }

    /** The body of an answer to a viewer. */
    public static String viewerBody(String path, String... query) {
        return viewer(path, query).statusCode(200).extract().asString();
    }

    public static String auditorBody(String path, String... query) {
        return auditor(path, query).statusCode(200).extract().asString();
    }

    /** An answer to a viewer as CSV. */
    public static String csv(String pathAndQuery) {
        return as("viewer")
                .accept("text/csv")
                .get(pathAndQuery)
                .then()
                .statusCode(200)
                .contentType("text/csv; charset=UTF-8")
                .extract()
                .asString();
    }

    /** The instant of the newest figures. */
    public static String now() {
        return viewer("/v1/progress").extract().path("asOf");
    }

    public static void awaitTrained(String cohort, int trained) {
        await().untilAsserted(() -> viewer("/v1/progress/" + cohort).body("trained", is(trained)));
    }

    public static void awaitCohort(String cohort) {
        await().untilAsserted(() -> viewer("/v1/progress/" + cohort).statusCode(200));
    }

    /** A query with more names and values. */
    public static String[] query(String[] first, String... more) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }

    private static ValidatableResponse get(RequestSpecification request, String path, String... query) {
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get(path).then();
    }
}
