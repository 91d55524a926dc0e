package kz.qadam.reporting.figures;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class PublicResponseCacheTest {

    private final String cohort = "door-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort;

    @BeforeEach
    void one_is_trained() {
        Events.seed();
        Events.cohort(cohort, 10L);
        Events.trained(cohort, "KZ-75", "school-42", "2026-05-31");
        await().untilAsserted(() -> exact(path).body("enrolled", is(1)).body("trained", is(1)));
    }

    @Test
    void who_asks_the_same_again_gets_the_same_down_to_the_headers() {
        Response first = given().header("Accept-Encoding", "gzip").get(path);

        Response again = given().header("Accept-Encoding", "gzip").get(path);

        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(headers(again)).containsExactlyInAnyOrderElementsOf(headers(first));
    }

    @Test
    void who_has_it_already_gets_no_body() {
        String etag = given().get(path).header("ETag");

        Response again = given().header("If-None-Match", etag).get(path);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(etag);
        assertThat(again.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void what_happens_in_between_is_seen() {
        byAnybody(path).body("trained", is(1));

        Events.trained(cohort, "KZ-75", "school-42", "2026-06-01");

        await().untilAsserted(() -> byAnybody(path).body("trained", is(2)));
    }

    @Test
    void whoever_has_a_token_is_asked_for_it() {
        byAnybody(path).body("audience", is("published"));

        exact(path).body("audience", is("exact"));
        given().auth().oauth2("no-token-at-all").get(path).then().statusCode(401);
    }

    @Test
    void the_same_address_in_another_form_is_another_answer() {
        byAnybody(path).body("trained", is(1));

        String table = given().accept("text/csv").get(path).asString();

        assertThat(table).contains(cohort + ",").doesNotContain("{");
    }

    @Test
    void what_is_answered_here_is_counted_under_the_path_that_it_has_elsewhere() {
        byAnybody(path).statusCode(200);

        byAnybody(path).statusCode(200);

        assertThat(given().get("/q/metrics").asString())
                .contains("uri=\"/v1/progress/{cohort}\"")
                .doesNotContain(cohort);
    }

    @Test
    void who_names_two_forms_is_answered_by_the_method_that_knows_both() {
        given().header("Accept", "image/png", "text/csv").get(path).then().statusCode(200);

        given().header("Accept", "image/png").get(path).then().statusCode(406);
    }

    private static List<String> headers(Response response) {
        return response.headers().asList().stream()
                .map(Header::toString)
                .filter(header -> !header.startsWith("Date"))
                .toList();
    }
}
