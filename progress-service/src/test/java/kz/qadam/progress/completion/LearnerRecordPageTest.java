package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The part of this service in the answer to a person, as a page. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LearnerRecordPageTest {

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void every_state_of_a_completion_is_shown_with_its_sender_and_reason() {
        school.hasAccepted("C", "E", learner);
        school.corrects("C", "\"score\": 0.885").statusCode(200);
        school.revokes("C").statusCode(200);

        assertThat(page("en"))
                .contains("<div data-part=\"learner-records\">", school.institution() + " · C · It is revoked")
                .contains(">Sent</td>", ">Corrected</td>", ">Revoked</td>", "score: 0.885")
                .contains(">entered for the wrong person</td>")
                .doesNotContain("class=\"correct-completion\"");
    }

    @Test
    void it_says_where_the_person_is_trained_and_leads_to_where_a_completion_is_corrected() {
        school.hasAccepted("C", "E", learner);

        assertThat(page("en"))
                .containsPattern("pupils: trained on \\d+ [A-Z][a-z]+ 2026")
                .containsPattern("href=\"/records/[0-9a-f-]{36}\\?lang=en\">Correct or revoke");
    }

    @Test
    void the_part_has_the_language_of_the_answer_and_the_page_that_of_its_reader() {
        school.hasAccepted("C", "E", learner);

        assertThat(page("kk"))
                .contains("<html lang=\"en\">", "<article class=\"document\" lang=\"kk\"", "Оқыған деп есептеледі")
                .contains("Correct or revoke");
        assertThat(page("none")).contains("<article class=\"document\" lang=\"en\"");
    }

    @Test
    void it_is_saved_as_programs_get_it() {
        school.hasAccepted("C", "E", learner);

        Office.get("office", "/learner-records/" + learner + "/file")
                .statusCode(200)
                .header("Content-Disposition", containsString("learner-records.json"))
                .body("completions.reference", contains("C"));
    }

    @Test
    void who_has_read_it_is_in_the_trail_under_the_learner() {
        page("en");

        await().untilAsserted(() -> Office.get("auditor", "/v1/completion-trail?subject=" + learner)
                .body("items.action", hasItem("GET /learner-records/{learnerId}")));
        await().untilAsserted(() -> assertThat(page("en")).contains("GET /learner-records/{learnerId}"));
    }

    @Test
    void of_a_learner_who_is_not_known_nothing_is_held() {
        assertThat(page("en")).contains("<p>None</p>");
    }

    @Test
    void nobody_but_the_office_opens_it() {
        school.get("/learner-records/" + learner).statusCode(403);
        Office.get("auditor", "/learner-records/" + learner).statusCode(403);
    }

    private String page(String language) {
        return Office.get("office", "/learner-records/" + learner + "?lang=en&language=" + language)
                .statusCode(200)
                .extract()
                .asString();
    }
}
