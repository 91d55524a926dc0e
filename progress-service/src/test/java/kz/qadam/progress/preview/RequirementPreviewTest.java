package kz.qadam.progress.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RequirementPreviewTest {

    private static final String PATH = "/v1/requirement-previews";

    private final Partner school = Partner.school();
    private final String cohort = "cohort-" + school.run();

    @BeforeAll
    static void programme() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCourse("AI-101", 1, 36);
        Neighbours.describeCourse("AI-102", 1, 36);
    }

    /** One with both courses, two with one. */
    @BeforeEach
    void three_trained() {
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");
        UUID both = UUID.randomUUID();
        completes(both, "AI-101", "2026-03-01");
        completes(both, "AI-102", "2026-05-01");
        completes(UUID.randomUUID(), "AI-101", "2026-03-01");
        completes(UUID.randomUUID(), "AI-102", "2026-05-01");
        await().untilAsserted(() -> school.get("/v1/learners?trained=true").body("items", hasSize(3)));
    }

    @Test
    void a_stricter_requirement_shows_whom_it_would_untrain() {
        Office.post("office", PATH, body("{\"minCourses\":2}", "2026-01-01"))
                .statusCode(200)
                .body("learners", equalTo(3))
                .body("trainedNow", equalTo(3))
                .body("trainedThen", equalTo(1))
                .body("becomeUntrained", equalTo(2))
                .body("onAnotherDay", equalTo(1))
                .body("regions[0].region", equalTo("KZ-75"))
                .body("regions[0].trainedThen", equalTo(1));

        school.get("/v1/learners?trained=true").body("items", hasSize(3));
    }

    @Test
    void from_a_later_day_on_it_untrains_nobody_who_was_trained_before() {
        Office.post("auditor", PATH, body("{\"courses\":[\"AI-101\",\"AI-102\"]}", "2026-04-01"))
                .statusCode(200)
                .body("trainedThen", equalTo(2))
                .body("becomeUntrained", equalTo(1))
                .body("becomeTrained", equalTo(0));
    }

    @Test
    void all_that_cannot_be_read_is_named_with_all_that_the_catalogue_does_not_know() {
        Office.post("office", PATH, """
                        {"cohort":"none","requirement":{"courses":["none"],"hours":0,"more":1}}
                        """)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/validFrom",
                                "/requirement/hours",
                                "/requirement/more",
                                "/cohort",
                                "/requirement/courses"));
    }

    @Test
    void an_unknown_cohort_is_a_broken_rule() {
        Office.post("office", PATH, body("{}", "2026-01-01").replace(cohort, "none"))
                .statusCode(422)
                .body("errors.code", contains("unknown-cohort"));
    }

    @Test
    void no_partner_previews_a_requirement() {
        school.post(PATH, body("{}", "2026-01-01")).statusCode(403);
    }

    private String body(String requirement, String validFrom) {
        return """
                {"cohort":"%s","requirement":%s,"validFrom":"%s"}
                """.formatted(cohort, requirement, validFrom);
    }

    private void completes(UUID learner, String course, String on) {
        String reference = UUID.randomUUID().toString();
        school.enrols(reference, learner, cohort, course);
        school.completes(reference, reference, on).statusCode(201);
        await().untilAsserted(() -> assertThat(school.statusOf(reference)).isEqualTo("accepted"));
    }
}
