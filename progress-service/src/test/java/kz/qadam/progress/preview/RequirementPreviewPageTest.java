package kz.qadam.progress.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office sees on a page who would gain or lose by a requirement, which the address names. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RequirementPreviewPageTest {

    private static final String PAGE = "/requirement-preview?lang=en";

    private final Partner school = Partner.school();
    private final String cohort = "cohort-" + school.run();

    @BeforeEach
    void one_is_trained_by_one_course() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCourse("AI-101", 1, 36);
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");
        school.enrols("E", UUID.randomUUID(), cohort, "AI-101");
        school.completes("C", "E", "2026-03-01").statusCode(201);
        await().untilAsserted(() -> school.get("/v1/learners?trained=true").body("items", hasSize(1)));
    }

    @Test
    void it_shows_who_would_be_trained_and_who_no_more() {
        String shown = page("&cohort=" + cohort + "&minCourses=2&validFrom=01.01.2026");

        assertThat(shown)
                .contains(
                        "With this requirement, trained people would be 0, and now are 1 (learners with a completion: 1).")
                .contains("data-count=\"lose\">Of those who are trained now, would not be any more: 1.<")
                .contains("data-count=\"gain\">Nobody would become trained.<")
                .containsPattern("<th scope=\"row\">KZ-75</th><td[^>]*>1</td><td[^>]*>0</td>")
                .contains("name=\"minCourses\" value=\"2\"");
        assertThat(page("&cohort=" + cohort + "&courses=AI-101&hours=36&validFrom=2026-01-01"))
                .contains("data-count=\"lose\">Nobody who is trained would lose that.<");
    }

    @Test
    void what_is_wrong_is_said_within_the_part_that_other_pages_take() {
        assertThat(page("&cohort=none&courses=AI-101,NO-1&validFrom=soon"))
                .containsPattern("(?s)data-part=\"requirement-preview\">.*role=\"alert\".*</div>.*<section")
                .contains("id=\"cohort-fault\"", "id=\"requirement.courses-fault\"", "id=\"validFrom-fault\"");
    }

    @Test
    void without_a_cohort_it_is_a_form() {
        assertThat(page("")).contains("<form method=\"get\"").doesNotContain("role=\"alert\"", "data-count");
    }

    @Test
    void auditors_see_it_too_and_nobody_else() {
        Office.get("auditor", PAGE).statusCode(200);
        school.get(PAGE).statusCode(403);
    }

    private static String page(String question) {
        return Office.get("office", PAGE + question).statusCode(200).extract().asString();
    }
}
