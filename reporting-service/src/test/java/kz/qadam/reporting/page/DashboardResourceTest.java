package kz.qadam.reporting.page;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.Asked.byAnybody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import kz.qadam.local.Tokens;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingTest
class DashboardResourceTest {

    @BeforeEach
    void seed() {
        Events.seed();
        Events.cohort("looked-at", 1_000L);
        await().untilAsserted(() -> byAnybody("/v1/progress/looked-at").statusCode(200));
    }

    @ParameterizedTest
    @CsvSource({"kk, Топтар", "ru, Группы", "en, Groups"})
    void it_speaks_the_language_that_its_address_names(String language, String title) {
        byAnybody("/", "lang", language)
                .statusCode(200)
                .header("Content-Language", language)
                .header("Vary", containsString("Authorization"))
                .body(containsString("<html lang=\"" + language + "\">"), containsString(title));
    }

    @Test
    void a_cohort_and_a_region_are_shown_alone() {
        Events.trained("looked-at", "KZ-75", "school-42", "2026-05-01");
        await().untilAsserted(() ->
                byAnybody("/v1/progress/looked-at/breakdown", "by", "region").body(containsString("\"trained\":1")));

        byAnybody("/", "lang", "en", "cohort", "looked-at", "region", "KZ-75")
                .statusCode(200)
                .body(
                        containsString("1 people enrolled; 1 have completed a course, 1 are trained"),
                        containsString("/v1/progress/looked-at/series?interval=month&amp;region=KZ-75"),
                        containsString("Kinds of institutions"),
                        containsString("/v1/progress/looked-at/breakdown?by=kind"));
    }

    @Test
    void who_shows_a_token_sees_that_the_figures_are_exact() {
        byAnybody("/", "lang", "en").body(not(containsString("· <strong>Exact figures")));
        given().auth()
                .oauth2(Tokens.of("viewer"))
                .get("/?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("· <strong>Exact figures"));
        given().auth().oauth2("nonsense").get("/?lang=en").then().statusCode(401);
    }

    @Test
    void what_is_asked_for_and_unknown_is_not_found() {
        byAnybody("/", "cohort", "no-such").statusCode(404);
        byAnybody("/", "region", "KZ-00").statusCode(404);
        byAnybody("/", "on", "yesterday").statusCode(400);
    }

    @Test
    void nothing_runs_or_is_loaded_but_what_the_service_itself_has() {
        String page = byAnybody("/", "lang", "en")
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .extract()
                .asString();

        assertThat(page).doesNotContain("<style", " style=", "<script>", "src=\"http", "href=\"http");
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard/page.js, text/javascript",
        "/dashboard/words.js, text/javascript",
        "/dashboard/base.css, text/css",
        "/dashboard/figures.css, text/css",
        "/_static/echarts/dist/echarts.esm.min.mjs, text/javascript"
    })
    void what_the_page_needs_is_there(String file, String type) {
        byAnybody(file).statusCode(200).contentType(containsString(type));
    }
}
