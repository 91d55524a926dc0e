package kz.qadam.progress.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An institution sees what each of its learners still lacks. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class OwnLearnersPageTest {

    private static final String PAGE = "/learners?lang=en";

    private final Partner school = Partner.school();
    private final String cohort = "cohort-" + school.run();

    @BeforeEach
    void one_learner_is_trained_and_another_has_half_of_it() {
        Neighbours.describeCatalogue();
        Neighbours.describeCourse("AI-102", 1, 36);
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{\"courses\":[\"AI-102\"],\"hours\":72}");
        UUID half = UUID.randomUUID();
        UUID done = UUID.randomUUID();
        school.enrols("half", half, cohort, "AI-101");
        school.enrols("done-1", done, cohort, "AI-101");
        school.enrols("done-2", done, cohort, "AI-102");
        school.completes("H", "half", "2026-03-01").statusCode(201);
        school.completes("D-1", "done-1", "2026-03-01").statusCode(201);
        school.completes("D-2", "done-2", "2026-04-01").statusCode(201);
        await().untilAsserted(() -> assertThat(page(""))
                .contains("Trained on 1 April 2026")
                .contains("Still lacks: courses AI-102; hours: 36"));
    }

    @Test
    void each_learner_has_the_references_of_the_institution_and_what_is_missing() {
        assertThat(page(""))
                .contains("<th scope=\"row\">done-1, done-2</th>", "AI-101, AI-102")
                .contains("<th scope=\"row\">half</th>");
    }

    @Test
    void a_page_that_has_all_of_them_leads_to_no_further_one() {
        for (int i = 2; i < OwnLearnersPage.SHOWN; i++) {
            school.enrols("further-" + i, UUID.randomUUID(), cohort, "AI-101");
        }
        await().untilAsserted(() ->
                assertThat(page("").split("<th scope=\"row\">", -1)).hasSize(OwnLearnersPage.SHOWN + 1));
        assertThat(page("")).doesNotContain("cursor=");

        school.enrols("the-last", UUID.randomUUID(), cohort, "AI-101");

        await().untilAsserted(() -> assertThat(page("")).contains("cursor="));
    }

    @Test
    void those_who_are_not_trained_are_chosen() {
        assertThat(page("&trained=false&cohort=" + cohort))
                .contains("<th scope=\"row\">half</th>")
                .doesNotContain("done-1")
                .contains("<option value=\"" + cohort + "\" selected>");
        assertThat(page("&cohort=pupils")).contains("There is nobody like that.");
    }

    @Test
    void the_table_has_all_of_them() {
        assertThat(school.get("/learners/table?trained=true&cohort=").extract().asString())
                .contains("done-1, done-2")
                .doesNotContain("half");
    }

    @Test
    void nobody_sees_the_learners_of_another_institution() {
        assertThat(Partner.school().get(PAGE).extract().asString()).doesNotContain("done-1");
        Office.get("office", PAGE).statusCode(403);
    }

    private String page(String choice) {
        return school.get(PAGE + choice).statusCode(200).extract().asString();
    }
}
