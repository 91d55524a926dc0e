package kz.qadam.reporting.audit.evidence;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import java.util.UUID;
import java.util.stream.IntStream;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The part of this service in the answer to a person, as a page. */
@ReportingTest
class LearnerReadingPageTest {

    private final String cohort = "readers-" + UUID.randomUUID().toString().substring(0, 8);
    private UUID learner;
    private UUID other;

    @BeforeEach
    void one_of_two_learners_was_read() {
        givenCohort(cohort, 10L);
        learner = givenTrained(cohort, "2026-05-01").learner();
        other = givenTrained(cohort, "2026-06-01").learner();
        awaitTrained(cohort, 2);
        auditor("/v1/audit/evidence", "cohort", cohort, "month", "2026-05").statusCode(200);
    }

    @Test
    void readings_of_further_pages_of_the_log_are_shown() {
        IntStream.rangeClosed(1, 101)
                .forEach(limit -> auditor("/v1/audit/evidence", "cohort", cohort, "limit", "" + limit)
                        .statusCode(200));

        assertThat(page(learner, "en"))
                .contains("cohort=" + cohort + "&amp;limit=1<", "cohort=" + cohort + "&amp;limit=101<");
    }

    @Test
    void a_reading_of_the_learner_is_shown_and_none_of_others() {
        assertThat(page(learner, "en"))
                .contains("<div data-part=\"learner-readings\">", ">auditor (auditor)</td>", ">had your record</td>")
                .contains("/v1/audit/evidence?cohort=" + cohort + "&amp;month=2026-05")
                .doesNotContain("id=\"further\"");
        assertThat(page(other, "en")).doesNotContain(cohort);
    }

    @Test
    void the_part_has_the_language_of_the_answer_and_the_page_that_of_its_reader() {
        assertThat(page(learner, "ru"))
                .contains("<html lang=\"en\">", "lang=\"ru\"", "содержал вашу запись", "Save the readings as JSON");
    }

    @Test
    void it_is_saved_as_programs_get_it_in_one() {
        as("office")
                .get("/learner-readings/" + learner + "/file")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("learner-readings.json"))
                .body("items.asked", hasItem("/v1/audit/evidence?cohort=" + cohort + "&month=2026-05"));
    }

    @Test
    void who_has_read_it_is_in_the_trail_under_the_learner() {
        page(learner, "en");

        await().untilAsserted(() -> auditor("/v1/audit/trail?subject=" + learner)
                .body("items.action", hasItem("GET /learner-readings/{learnerId}")));
    }

    @Test
    void nobody_but_the_office_opens_it() {
        auditor("/learner-readings/" + learner).statusCode(403);
        partner("school-1", "/learner-readings/" + learner).statusCode(403);
    }

    private static String page(UUID whose, String language) {
        return as("office")
                .get("/learner-readings/" + whose + "?lang=en&language=" + language)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
