package kz.qadam.reporting.figures;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.describeInstitution;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.ofRegion;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.rollup.Dimension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact figures of viewers whose tokens name a region. */
@ReportingTest
class RegionalFiguresTest {

    private final String cohort = "regional-" + UUID.randomUUID();

    @BeforeEach
    void two_people_are_trained_in_almaty_and_one_in_astana() {
        givenCohort(cohort, 100L);
        givenTrained(cohort, "KZ-75", "school-1", "2026-03-01");
        givenTrained(cohort, "KZ-75", "school-2", "2026-04-01");
        givenTrained(cohort, "KZ-71", "school-3", "2026-03-01");
        awaitTrained(cohort, 3);
    }

    private ValidatableResponse almaty(String path, String... query) {
        return ofRegion("viewer", "KZ-75", path, query);
    }

    private static void isBeyond(ValidatableResponse answer) {
        answer.statusCode(403).body("type", endsWith("/problems/beyond-region"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "auditor"})
    void they_count_the_people_of_the_region_and_say_so(String role) {
        ofRegion(role, "KZ-75", "/v1/progress/" + cohort)
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("audience", is("exact"))
                .body("region", is("KZ-75"))
                .body("trained", is(2))
                .body("completions", is(2))
                .body("completed", is(2))
                .body("enrolled", is(2));
    }

    @Test
    void figures_of_all_regions_name_none() {
        viewer("/v1/progress/" + cohort).body("trained", is(3)).body("$", not(hasKey("region")));
    }

    @Test
    void a_region_has_no_target_plan_or_forecast() {
        almaty("/v1/progress/" + cohort)
                .body("target", nullValue())
                .body("remaining", nullValue())
                .body("percent", nullValue())
                .body("expected", nullValue())
                .body("status", is("no-target"))
                .body("requiredPerMonth", nullValue())
                .body("plannedPerMonth", nullValue())
                .body("forecast", nullValue());
    }

    @Test
    void all_cohorts_and_the_total_are_of_the_region() {
        String one = "cohorts.find { it.cohort == '" + cohort + "' }.";
        almaty("/v1/progress")
                .body(one + "trained", is(2))
                .body(one + "target", nullValue())
                .body("total.target", nullValue())
                .body("total.people", nullValue());
        almaty("/v1/progress/total").statusCode(200).body("people", nullValue()).body("region", is("KZ-75"));
    }

    @Test
    void they_can_be_asked_about_a_past_instant_too() {
        String before = now();
        givenTrained(cohort, "KZ-75", "school-1", "2026-03-02");
        awaitTrained(cohort, 4);

        almaty("/v1/progress/" + cohort).body("trained", is(3));
        almaty("/v1/progress/" + cohort, "asOf", before).body("trained", is(2));
    }

    @Test
    void the_breakdown_by_region_has_one_cell() {
        almaty("/v1/progress/" + cohort + "/breakdown", "by", "region")
                .statusCode(200)
                .body("cells.key", contains("KZ-75"))
                .body("cells.trained", contains(2));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NATION", "REGION"},
            mode = EnumSource.Mode.EXCLUDE)
    void other_breakdowns_are_of_the_nation_and_refused(Dimension by) {
        isBeyond(almaty("/v1/progress/" + cohort + "/breakdown", "by", by.code()));
    }

    @Test
    void the_series_is_of_the_region_and_has_no_plan() {
        almaty("/v1/progress/" + cohort + "/series", "interval", "month", "from", "2026-03-01", "to", "2026-04-30")
                .statusCode(200)
                .body("region", is("KZ-75"))
                .body("points.newlyTrained", contains(1, 1))
                .body("points.expected", everyItem(nullValue()));
    }

    @Test
    void no_answer_says_its_region_twice() {
        for (String path : new String[] {"", "/series?interval=month", "/breakdown?by=region"}) {
            String body = almaty("/v1/progress/" + cohort + path).extract().asString();
            assertThat(body.split("\"region\":", -1)).as(body).hasSize(2);
        }
    }

    @Test
    void the_series_of_another_region_or_of_an_institution_is_refused() {
        String path = "/v1/progress/" + cohort + "/series";
        isBeyond(almaty(path, "interval", "month", "region", "KZ-71"));
        isBeyond(almaty(path, "interval", "month", "institution", "school-1"));
        almaty(path, "interval", "month", "region", "KZ-75").statusCode(200).body("region", is("KZ-75"));
    }

    @Test
    void the_forecast_is_of_the_nation_and_refused() {
        isBeyond(almaty("/v1/progress/" + cohort + "/forecast"));
    }

    @Test
    void tables_name_the_region() {
        String table = given().auth()
                .oauth2(Tokens.of("viewer", "KZ-75"))
                .accept("text/csv")
                .get("/v1/progress/" + cohort + "?bom=false")
                .asString();

        assertThat(table.lines().toList().get(0)).startsWith("asOf,on,provisional,region,cohort");
        assertThat(table.lines().toList().get(1)).contains(",KZ-75," + cohort + ",");
    }

    /** The address is the same for all, and so is what caches would know it by. */
    @Test
    void the_answers_of_different_callers_are_never_mixed() {
        String path = "/v1/progress/" + cohort;
        for (int i = 0; i < 2; i++) {
            viewer(path).body("trained", is(3));
            almaty(path).body("trained", is(2));
            ofRegion("viewer", "KZ-71", path).body("trained", is(1)).body("region", is("KZ-71"));
            ofRegion("auditor", "KZ-75", path).body("trained", is(2));
        }
        String nation = etag(Tokens.of("viewer"), path);
        String almaty = etag(Tokens.of("viewer", "KZ-75"), path);

        assertThat(nation).isNotEqualTo(almaty);
        given().auth()
                .oauth2(Tokens.of("viewer", "KZ-75"))
                .header("If-None-Match", nation)
                .get(path)
                .then()
                .statusCode(200)
                .body("trained", is(2));
    }

    private static String etag(String token, String path) {
        Response answer = given().auth().oauth2(token).get(path);
        assertThat(answer.header("Vary")).contains("Authorization");
        return answer.header("ETag");
    }

    @Test
    void a_region_that_does_not_exist_has_nothing() {
        ofRegion("viewer", "KZ-99", "/v1/progress/" + cohort)
                .statusCode(200)
                .body("trained", is(0))
                .body("enrolled", is(0));
        ofRegion("viewer", "KZ-99", "/v1/progress/" + cohort + "/breakdown", "by", "region")
                .body("cells", empty());
        ofRegion("viewer", "KZ-99", "/v1/progress/" + cohort + "/series", "interval", "month")
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kz-75", "unknown"})
    void a_region_that_cannot_be_read_opens_no_exact_figures(String region) {
        String body = given().auth()
                .oauth2(Tokens.unusual().ofRegion("viewer", region))
                .get("/v1/progress")
                .asString();

        assertThat(body).contains("\"audience\":\"published\"");
    }

    @Test
    void coverage_is_of_the_institutions_of_the_region() {
        String here = "here-" + UUID.randomUUID();
        String elsewhere = "elsewhere-" + UUID.randomUUID();
        describeInstitution(here, "school", "KZ-75", "active", 1);
        describeInstitution(elsewhere, "school", "KZ-71", "active", 1);
        await().untilAsserted(() -> assertThat(
                        viewer("/v1/audit/coverage", "limit", "1000").extract().asString())
                .contains(here, elsewhere));

        assertThat(almaty("/v1/audit/coverage", "limit", "1000")
                        .statusCode(200)
                        .body("region", is("KZ-75"))
                        .body("regions.region", contains("KZ-75"))
                        .extract()
                        .asString())
                .contains(here)
                .doesNotContain(elsewhere);
        isBeyond(almaty("/v1/audit/coverage", "region", "KZ-71"));
        almaty("/v1/progress/coverage").statusCode(200).body("regions.region", contains("KZ-75"));
    }

    @Test
    void revisions_are_of_the_figures_of_the_region() {
        String before = now();
        givenTrained(cohort, "KZ-75", "school-1", "2026-03-02");
        givenTrained(cohort, "KZ-71", "school-3", "2026-03-02");
        awaitTrained(cohort, 5);

        almaty("/v1/audit/revisions", "from", before, "cohort", cohort)
                .statusCode(200)
                .body("figures.region", everyItem(is("KZ-75")))
                .body("figures.find { it.measure == 'trained' }.after", is(3));
    }

    @Test
    void the_page_and_publications_are_what_everybody_sees() {
        assertThat(almaty("/", "lang", "en").statusCode(200).extract().asString())
                .isEqualTo(anonymous("/", "lang", "en").extract().asString());
        assertThat(almaty("/v1/publications").statusCode(200).extract().asString())
                .isEqualTo(anonymous("/v1/publications").extract().asString());
    }
}
