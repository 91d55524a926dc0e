package kz.qadam.reporting.publication;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.SeriesFixture.becameKnown;
import static kz.qadam.reporting.SeriesFixture.freshYear;
import static kz.qadam.reporting.SeriesFixture.givenSeries;
import static kz.qadam.reporting.SeriesFixture.restoreKnowledge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.publication.release.Making;
import kz.qadam.reporting.release.store.Releases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office names the release of the last day of June on a page; one learner was trained by then. */
@ReportingTest
class PublicationPageTest {

    private static final String PAGE = "/publications";

    @Inject
    Releases releases;

    @Inject
    Making making;

    private final int year = freshYear();
    private final String cohort = "page-" + UUID.randomUUID();
    private final String name = "Q2-" + UUID.randomUUID();

    @BeforeEach
    void a_release_is_public() {
        releases.remove();
        givenCohort(cohort, 10L);
        givenTrained(cohort, day("05-01"));
        awaitTrained(cohort, 1);
        becameKnown(day("05-02T00:00:00Z"));
        givenSeries("DAILY", day("01-01"), day("06-30T12:00:00Z"));
        making.untilDayBegins(day("07-01"));
    }

    @AfterEach
    void clean() {
        restoreKnowledge();
        releases.remove();
    }

    @Test
    void the_release_is_shown_before_it_gets_the_name() {
        String shown = send(form()).statusCode(200).extract().asString();

        assertThat(shown).contains("Release 181 gets the name " + name, "30 June " + year, "value=\"181\"");
        viewer("/v1/publications/" + name).statusCode(404);
    }

    @Test
    void the_release_that_was_shown_gets_the_name_once_however_often_it_is_confirmed() {
        confirm("181").statusCode(303).header("Location", endsWith(PAGE + "/" + name + "?lang=en"));
        confirm("181").statusCode(303);

        viewer("/v1/publications/" + name).statusCode(200).body("release", is(181));
        assertThat(page("")).containsOnlyOnce("data-publication=\"" + name + "\"");
    }

    @Test
    void another_release_than_the_one_that_was_shown_is_shown_again() {
        making.untilDayBegins(day("07-03"));

        assertThat(confirm("181").statusCode(200).extract().asString())
                .contains("Release 183 gets the name", "data-state=\"would-do-other\"");
        viewer("/v1/publications/" + name).statusCode(404);
    }

    @Test
    void what_has_changed_since_is_said_with_its_cause() {
        confirm("181").statusCode(303);
        givenTrained(cohort, day("04-01"));
        awaitTrained(cohort, 2);

        assertThat(page("/" + name)).contains(cohort + ": trained", "reported late +1");
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        String refused = send(Map.of("name", "not a name", "asOf", day("07-05")))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(refused).contains("id=\"name-fault\"", "value=\"not a name\"", "href=\"#name\"");
    }

    @Test
    void an_auditor_sees_what_has_changed_since_and_names_nothing() {
        confirm("181").statusCode(303);

        assertThat(as("auditor")
                        .get(PAGE + "?lang=en")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("data-publication=\"" + name + "\"")
                .doesNotContain("<form");
        as("auditor").get(PAGE + "/" + name).then().statusCode(200);
        as("auditor")
                .contentType("application/x-www-form-urlencoded")
                .formParams(form())
                .post(PAGE)
                .then()
                .statusCode(403);
        as("viewer").get(PAGE).then().statusCode(403);
    }

    private Map<String, String> form() {
        return Map.of("name", name, "asOf", day("07-05"));
    }

    private ValidatableResponse confirm(String release) {
        return send(Map.of("name", name, "asOf", day("07-05"), "confirmed", release));
    }

    private static ValidatableResponse send(Map<String, String> form) {
        return as("office")
                .contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .redirects()
                .follow(false)
                .post(PAGE + "?lang=en")
                .then();
    }

    private static String page(String path) {
        return as("office")
                .get(PAGE + path + "?lang=en")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String day(String rest) {
        return year + "-" + rest;
    }
}
