package kz.qadam.reporting.figures;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.describeCohort;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.partner;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.UUID;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.CohortVersion;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;

@ReportingTest
class ProgressTest {

    @Test
    void a_learner_trained_in_a_cohort_counts_there() {
        givenCohort("progress", 10L);

        givenTrained("progress", "2026-05-31");

        await().untilAsserted(() -> viewer("/v1/progress/progress", "on", "2026-06-30")
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
    void on_a_day_before_the_training_only_the_enrolment_counts() {
        givenCohort("progress-on", 10L);
        givenTrained("progress-on", "2026-05-31");
        awaitTrained("progress-on", 1);

        viewer("/v1/progress/progress-on", "on", "2026-05-30")
                .body("on", is("2026-05-30"))
                .body("trained", is(0))
                .body("completions", is(0))
                .body("enrolled", is(1));
    }

    @Test
    void a_cohort_without_a_target_has_no_percentage() {
        givenCohort("progress-open", null);

        await().untilAsserted(() -> viewer("/v1/progress/progress-open")
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
        describeCohort(
                "progress-target",
                CohortVersion.of(1, 10L),
                CohortVersion.of(2, 20L).from("2026-09-01"));

        await().untilAsserted(() ->
                viewer("/v1/progress/progress-target", "on", "2026-08-31").body("target", is(10)));
        viewer("/v1/progress/progress-target", "on", "2026-09-01").body("target", is(20));
    }

    @Test
    void a_person_in_two_cohorts_counts_in_both_and_once_as_a_person() {
        givenCohort("progress-a", 10L);
        givenCohort("progress-b", null);
        UUID learner = givenTrained("progress-a", "2031-03-01").learner();
        await().untilAsserted(() ->
                viewer("/v1/progress/progress-a", "on", "2031-03-31").body("trained", is(1)));
        int people = people();

        CompletionFixture.of(learner, "progress-b", "KZ-75", "school-42", "2031-03-02")
                .publish()
                .publishTrained();

        await().untilAsserted(() ->
                viewer("/v1/progress/progress-b", "on", "2031-03-31").body("trained", is(1)));
        assertThat(people()).isEqualTo(people);
    }

    private static int people() {
        return viewer("/v1/progress", "on", "2031-03-31").extract().path("total.people");
    }

    @Test
    void the_answer_has_the_programme_and_all_cohorts() {
        givenCohort("progress-all", 10L);

        await().untilAsserted(() -> viewer("/v1/progress")
                .statusCode(200)
                .body("programme.code", is("ai-skills"))
                .body("programme.horizon", is("2030-12-31"))
                .body("programme.milestones[0].code", is("digital-nation"))
                .body("cohorts.cohort", hasItem("progress-all"))
                .body("cohorts.find { it.cohort == 'progress-all' }.names.en", is("Cohort")));
    }

    @Test
    void an_answer_begins_with_the_instant_of_its_figures() {
        assertThat(viewerBody("/v1/progress")).startsWith("{\"asOf\":\"20");
    }

    @Test
    void the_total_is_a_cohort_named_total() {
        viewer("/v1/progress/total").body("cohort", is("total"));
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        givenCohort("progress-etag", 10L);
        awaitCohort("progress-etag");
        String asOf = now();
        String etag = viewer("/v1/progress", "asOf", asOf)
                .header("Vary", containsString("Authorization"))
                .header("Cache-Control", "private, no-store")
                .extract()
                .header("ETag");

        as("viewer")
                .queryParam("asOf", asOf)
                .header("If-None-Match", "\"other\", " + etag)
                .get("/v1/progress")
                .then()
                .statusCode(304)
                .header("ETag", matchesPattern("\"exact-[0-9a-f]{64}-gzip\""))
                .header("ETag", etag)
                .body(is(""));
    }

    @Test
    void the_public_sees_published_figures() {
        anonymous("/v1/progress")
                .statusCode(200)
                .header("Cache-Control", startsWith("public, max-age=60, s-maxage="))
                .header("Vary", containsString("Authorization"))
                .body("audience", is("published"));
    }

    @Test
    void a_partner_sees_published_figures() {
        partner("school-42", "/v1/progress").statusCode(200).body("audience", is("published"));
    }

    @Test
    void a_forged_token_is_refused() {
        given().auth()
                .oauth2(Tokens.forged("viewer", ""))
                .get("/v1/progress")
                .then()
                .statusCode(401);
    }

    @Test
    void an_unknown_cohort_is_not_found() {
        viewer("/v1/progress/nobody").statusCode(404).body("errors[0].parameter", is("cohort"));
    }

    @Test
    void an_unknown_dimension_is_refused_with_all_that_there_are() {
        viewer("/v1/progress/total/breakdown", "by", "day")
                .statusCode(400)
                .body("errors[0].detail", containsString("region, institution, course, area, kind"));
    }

    @Test
    void a_day_in_another_form_is_refused() {
        viewer("/v1/progress", "on", "31.05.2026").statusCode(400).body("errors[0].parameter", is("on"));
    }

    @Test
    void the_definition_opens_its_page() {
        String definition = viewer("/v1/progress").extract().path("definition");

        given().get(definition.replaceAll("^.*(?=/definitions)", ""))
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("What is counted, and how"));
    }
}
