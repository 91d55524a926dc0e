package kz.qadam.reporting.figures;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.testing.Management;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class PublicResponseCacheTest {

    private final String cohort = "cache-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort;

    @BeforeEach
    void one_is_trained() {
        givenCohort(cohort, 10L);
        givenTrained(cohort, "2026-05-31");
        await().untilAsserted(() -> viewer(path).body("enrolled", is(1)).body("trained", is(1)));
    }

    @Test
    void the_same_question_has_the_same_answer_down_to_the_headers() {
        Response first = given().header("Accept-Encoding", "gzip").get(path);

        Response again = given().header("Accept-Encoding", "gzip").get(path);

        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(headers(again)).containsExactlyInAnyOrderElementsOf(headers(first));
    }

    @Test
    void what_is_known_already_is_not_sent_again() {
        String etag = given().get(path).header("ETag");

        Response again = given().header("If-None-Match", etag).get(path);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(etag);
        assertThat(again.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(again.header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void a_viewer_does_not_get_the_answer_of_the_public() {
        anonymous(path).body("audience", is("published"));

        viewer(path).body("audience", is("exact"));
    }

    @Test
    void a_broken_token_does_not_get_the_answer_of_the_public() {
        anonymous(path).statusCode(200);

        given().auth().oauth2("no-token-at-all").get(path).then().statusCode(401);
    }

    @Test
    void the_same_address_in_another_form_is_another_answer() {
        anonymous(path).statusCode(200);

        String table = given().accept("text/csv").get(path).asString();

        assertThat(table).contains(cohort + ",").doesNotContain("{");
    }

    @Test
    void a_cached_answer_is_measured_under_the_path_of_its_endpoint() {
        anonymous(path).statusCode(200);

        anonymous(path).statusCode(200);

        assertThat(Management.metrics())
                .contains("uri=\"/v1/progress/{cohort}\"")
                .doesNotContain(cohort);
    }

    @Test
    void one_of_two_wanted_forms_is_enough() {
        given().header("Accept", "image/png", "text/csv").get(path).then().statusCode(200);
    }

    @Test
    void an_unknown_form_is_refused() {
        given().header("Accept", "image/png").get(path).then().statusCode(406);
    }

    private static List<String> headers(Response response) {
        return response.headers().asList().stream()
                .map(Header::toString)
                .filter(header -> !header.startsWith("Date"))
                .toList();
    }
}
