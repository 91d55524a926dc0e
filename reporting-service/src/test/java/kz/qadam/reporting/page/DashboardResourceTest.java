package kz.qadam.reporting.page;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingTest
class DashboardResourceTest {

    private static final String EXACT = "· <strong>Exact figures";

    @BeforeEach
    void seed() {
        givenCohort("looked-at", 1_000L);
        awaitCohort("looked-at");
    }

    @ParameterizedTest
    @CsvSource({"kk, Топтар", "ru, Группы", "en, Groups"})
    void it_is_in_the_language_that_its_address_names(String language, String title) {
        viewer("/", "lang", language)
                .statusCode(200)
                .header("Content-Language", language)
                .header("Vary", containsString("Authorization"))
                .body(containsString("<html lang=\"" + language + "\">"), containsString(title));
    }

    @Test
    void a_cohort_and_a_region_are_shown_alone() {
        givenTrained("looked-at", "2026-05-01");
        await().untilAsserted(() ->
                viewer("/v1/progress/looked-at/breakdown", "by", "region").body(containsString("\"trained\":1")));

        viewer("/", "lang", "en", "cohort", "looked-at", "region", "KZ-75")
                .statusCode(200)
                .body(
                        containsString("1 people enrolled; 1 have completed a course, 1 are trained"),
                        containsString("\"v1/progress/looked-at/series?interval=month&amp;region=KZ-75"),
                        containsString("Kinds of institutions"),
                        containsString("\"v1/progress/looked-at/breakdown?by=kind"));
    }

    @Test
    void the_public_does_not_see_exact_figures() {
        anonymous("/", "lang", "en").body(not(containsString(EXACT)));
    }

    @Test
    void a_viewer_sees_that_the_figures_are_exact() {
        viewer("/", "lang", "en").statusCode(200).body(containsString(EXACT));
    }

    @Test
    void everybody_may_keep_the_public_page_and_nobody_an_exact_one() {
        anonymous("/", "lang", "en").header("Cache-Control", startsWith("public, max-age=60, s-maxage="));

        viewer("/", "lang", "en").header("Cache-Control", "private, no-store");
    }

    @Test
    void the_public_page_is_not_sent_again_to_those_who_have_it() {
        String etag = anonymous("/", "lang", "en").extract().header("ETag");

        Response again = given().header("If-None-Match", etag).get("/?lang=en");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body().asByteArray()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kk, kk", "ru-KZ, ru", "en, en"})
    void it_is_in_the_language_that_the_reader_prefers(String preferred, String language) {
        given().header("Accept-Language", preferred).get("/");

        given().header("Accept-Language", preferred)
                .get("/")
                .then()
                .header("Content-Language", language)
                .body(containsString("<html lang=\"" + language + "\">"));
    }

    @Test
    void a_broken_token_is_refused() {
        given().auth().oauth2("nonsense").get("/?lang=en").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"cohort=no-such, 404", "region=KZ-00, 404", "on=yesterday, 400"})
    void a_wrong_address_is_refused(String query, int status) {
        viewer("/?" + query).statusCode(status);
    }

    @Test
    void the_page_loads_and_runs_only_what_the_service_itself_has() {
        String page = anonymous("/", "lang", "en")
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .extract()
                .asString();

        assertThat(page).doesNotContain("<style", " style=", "<script>", "src=\"http", "href=\"http");
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard/page.js, text/javascript",
        "/dashboard/fragment.js, text/javascript",
        "/dashboard/words.js, text/javascript",
        "/dashboard/base.css, text/css",
        "/dashboard/figures.css, text/css",
        "/_static/echarts/dist/echarts.esm.min.mjs, text/javascript"
    })
    void the_files_of_the_page_are_there(String file, String type) {
        anonymous(file).statusCode(200).contentType(containsString(type));
    }
}
