package kz.qadam.reporting.figures;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.bytes;
import static kz.qadam.reporting.Asked.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class ProgressTest {

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void a_learner_trained_in_a_cohort_counts_there() {
        Events.cohort("progress", 10L);

        Events.trained("progress", "KZ-75", "school-42", "2026-05-31");

        await().untilAsserted(() -> exact("/v1/progress/progress", "on", "2026-06-30")
                .statusCode(200)
                .body("trained", is(1))
                .body("completions", is(1))
                .body("completed", is(1))
                .body("enrolled", is(1))
                .body("remaining", is(9))
                .body("percent", is(10.0f))
                .body("expected", is(0))
                .body("status", is("ahead"))
                .body("recentPerMonth", is(0.3f))
                .body("audience", is("exact"))
                .body("provisional", is(false))
                .body("because", empty()));
    }

    @Test
    void a_day_before_the_training_sees_the_enrolment_alone() {
        Events.cohort("progress-on", 10L);
        Events.trained("progress-on", "KZ-75", "school-42", "2026-05-31");
        await().untilAsserted(() -> exact("/v1/progress/progress-on").body("trained", is(1)));

        exact("/v1/progress/progress-on", "on", "2026-05-30")
                .body("on", is("2026-05-30"))
                .body("trained", is(0))
                .body("completions", is(0))
                .body("enrolled", is(1));
    }

    @Test
    void a_cohort_without_a_target_has_no_share() {
        Events.cohort("progress-open", null);

        await().untilAsserted(() -> exact("/v1/progress/progress-open")
                .statusCode(200)
                .body("target", nullValue())
                .body("percent", nullValue())
                .body("remaining", nullValue())
                .body("expected", nullValue())
                .body("requiredPerMonth", nullValue())
                .body("status", is("no-target")));
    }

    @Test
    void the_target_is_the_one_in_force_on_the_day() {
        Events.cohort("progress-target", 2, """
                {"version": 1, "validFrom": "2000-01-01", "target": 10, "requirement": {},
                 "recordedAt": "2026-01-01T00:00:00Z"},
                {"version": 2, "validFrom": "2026-09-01", "target": 20, "requirement": {},
                 "recordedAt": "2026-01-02T00:00:00Z"}
                """);

        await().untilAsserted(() ->
                exact("/v1/progress/progress-target", "on", "2026-08-31").body("target", is(10)));
        exact("/v1/progress/progress-target", "on", "2026-09-01").body("target", is(20));
    }

    @Test
    void a_person_in_two_cohorts_counts_in_both_and_once_as_a_person() {
        Events.cohort("progress-a", 10L);
        Events.cohort("progress-b", null);
        var learner = Events.trained("progress-a", "KZ-75", "school-42", "2031-03-01");
        await().untilAsserted(() ->
                exact("/v1/progress/progress-a", "on", "2031-03-31").body("trained", is(1)));
        int people = people();

        Events.trained(learner, "progress-b", UUID.randomUUID(), "KZ-75", "school-42", "2031-03-02", 1);

        await().untilAsserted(() ->
                exact("/v1/progress/progress-b", "on", "2031-03-31").body("trained", is(1)));
        assertThat(people()).isEqualTo(people);
        Events.noLongerTrained(learner, "progress-a", 2);
        Events.noLongerTrained(learner, "progress-b", 2);
    }

    private static int people() {
        return exact("/v1/progress", "on", "2031-03-31").extract().path("total.people");
    }

    @Test
    void the_programme_and_its_cohorts_stand_beside_the_total() {
        Events.cohort("progress-all", 10L);

        await().untilAsserted(() -> exact("/v1/progress")
                .statusCode(200)
                .body("programme.code", is("ai-skills"))
                .body("programme.horizon", is("2030-12-31"))
                .body("programme.milestones[0].code", is("digital-nation"))
                .body("cohorts.cohort", hasItem("progress-all"))
                .body("cohorts.find { it.cohort == 'progress-all' }.names.en", is("Cohort")));
        assertThat(bytes("/v1/progress")).startsWith("{\"asOf\":\"20");
        exact("/v1/progress/total").body("cohort", is("total"));
    }

    @Test
    void every_region_has_a_cell_and_unknown_only_if_something_is_in_it() {
        Events.cohort("progress-regions", 10L);
        Events.trained("progress-regions", "KZ-75", "school-42", "2026-05-31");

        await().untilAsserted(() -> exact("/v1/progress/progress-regions/breakdown", "by", "region")
                .statusCode(200)
                .body("by", is("region"))
                .body("additive.trained", is(true))
                .body("additive.enrolled", is(false))
                .body("cells", hasSize(20))
                .body("cells.key", not(hasItem("unknown")))
                .body("cells.find { it.key == 'KZ-75' }.trained", is(1))
                .body("cells.find { it.key == 'KZ-75' }.names.en", is("Almaty"))
                .body("cells.findAll { it.key != 'KZ-75' }.enrolled", everyItem(is(0))));
        Events.trained("progress-regions", "unknown", "school-42", "2026-05-31");
        await().untilAsserted(() -> exact("/v1/progress/progress-regions/breakdown", "by", "region")
                .body("cells", hasSize(21))
                .body("cells.find { it.key == 'unknown' }.trained", is(1)));
    }

    @Test
    void an_institution_with_anything_in_it_has_a_cell() {
        Events.cohort("progress-schools", 10L);
        Events.institution("school-a");
        Events.trained("progress-schools", "KZ-75", "school-a", "2026-05-31");
        Events.enrolled(UUID.randomUUID(), "progress-schools", "KZ-75", "school-b");

        await().untilAsserted(() -> exact("/v1/progress/progress-schools/breakdown", "by", "institution")
                .body("cells.key", contains("school-a", "school-b"))
                .body("cells.trained", contains(1, 0))
                .body("cells.enrolled", contains(1, 1))
                .body("cells[0].names.en", is("School 42"))
                .body("cells[1].names", nullValue()));
    }

    @Test
    void who_has_the_bytes_already_is_not_sent_them_again() {
        Events.cohort("progress-etag", 10L);
        await().untilAsserted(() -> exact("/v1/progress/progress-etag").statusCode(200));
        String asOf = exact("/v1/progress").extract().path("asOf");
        String etag = exact("/v1/progress", "asOf", asOf)
                .header("Vary", containsString("Authorization"))
                .header("Cache-Control", "private, no-cache")
                .extract()
                .header("ETag");

        given().auth()
                .oauth2(Tokens.of("viewer"))
                .queryParam("asOf", asOf)
                .header("If-None-Match", "\"other\", " + etag)
                .get("/v1/progress")
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .body(is(""));
        assertThat(etag).matches("\"exact-[0-9a-f]{64}-gzip\"");
    }

    @Test
    void everybody_sees_what_is_published() {
        byAnybody("/v1/progress")
                .statusCode(200)
                .header("Cache-Control", "public, no-cache")
                .header("Vary", containsString("Authorization"))
                .body("audience", is("published"));
        given().auth()
                .oauth2(Tokens.of("partner", "school-42"))
                .get("/v1/progress")
                .then()
                .statusCode(200)
                .body("audience", is("published"));
        given().auth()
                .oauth2(Tokens.forged("viewer", ""))
                .get("/v1/progress")
                .then()
                .statusCode(401);
    }

    @Test
    void what_cannot_be_asked_is_refused_by_name() {
        exact("/v1/progress/nobody").statusCode(404).body("errors[0].parameter", is("cohort"));
        exact("/v1/progress/total/breakdown", "by", "day")
                .statusCode(400)
                .body("errors[0].detail", containsString("region, institution, course, area, kind"));
        exact("/v1/progress", "on", "31.05.2026").statusCode(400).body("errors[0].parameter", is("on"));
    }

    @Test
    void the_definition_opens_its_page() {
        String definition = exact("/v1/progress").extract().path("definition");

        given().get(definition.replaceAll("^.*(?=/definitions)", ""))
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("What is counted, and how"));
    }
}
