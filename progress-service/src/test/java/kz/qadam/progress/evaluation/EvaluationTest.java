package kz.qadam.progress.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EvaluationTest {

    private static int programmeVersion = 1;

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();
    private final String cohort = "cohort-" + school.run();
    private final String course = "course-" + school.run();

    @BeforeAll
    static void programme() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
    }

    private void trainedUnderAnyCourse() {
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");
        completed("2026-05-31");
        awaitTypes("kz.qadam.learner.trained.v1");
    }

    @Test
    void a_stricter_requirement_untrains_those_who_do_not_meet_it() {
        trainedUnderAnyCourse();

        Neighbours.describeCohort(cohort, 2, "2026-01-01", "{\"minCourses\":2}");

        awaitTypes("kz.qadam.learner.trained.v1", "kz.qadam.learner.no-longer-trained.v1");
    }

    @Test
    void that_all_were_judged_by_a_stricter_requirement_is_published() {
        trainedUnderAnyCourse();

        Neighbours.describeCohort(cohort, 2, "2026-01-01", "{\"minCourses\":2}");

        await().untilAsserted(() -> assertThat(Published.about("evaluation/" + cohort))
                .last()
                .satisfies(event -> {
                    assertThat(event.data().path("cohortVersion").asInt()).isEqualTo(2);
                    assertThat(event.data().path("changed").asInt()).isEqualTo(1);
                }));
    }

    @Test
    void a_course_that_becomes_known_late_adds_its_hours() {
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{\"hours\":36}");
        accepted("2026-05-31");

        Neighbours.describeCourse(course, 1, 36);

        awaitTypes("kz.qadam.learner.trained.v1");
    }

    @Test
    void a_cohort_that_becomes_known_late_counts_what_came_before_it() {
        accepted("2026-05-31");

        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");

        awaitTypes("kz.qadam.learner.trained.v1");
    }

    private void accepted(String on) {
        completed(on);
        await().untilAsserted(() -> assertThat(school.statusOf("C")).isEqualTo("accepted"));
    }

    @Test
    void when_the_programme_begins_earlier_what_was_outside_counts_and_is_published() {
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");
        var enrolled = school.enrols("E", learner, cohort, course);
        Neighbours.enrol(enrolled, 2, "KZ-75", LocalDate.parse("2024-01-01"));
        school.completes("C", "E", "2024-05-31").statusCode(201);
        await().untilAsserted(() ->
                school.get("/v1/completions?reference=C").body("items.because", contains("outside-programme")));

        Neighbours.describeProgramme(++programmeVersion, "2024-01-01", "2030-12-31");

        await().untilAsserted(() -> school.get("/v1/completions?reference=C").body("items.counts", contains(true)));
        awaitTypes("kz.qadam.learner.trained.v1");
        Neighbours.describeProgramme(++programmeVersion, "2026-01-01", "2030-12-31");
    }

    @Test
    void a_learners_progress_says_what_is_missing() {
        Neighbours.describeCourse(course, 1, 36);
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{\"minCourses\":2,\"hours\":72}");

        completed("2026-05-31");

        await().untilAsserted(() -> school.get("/v1/learners/" + learner + "/progress")
                .statusCode(200)
                .body("cohorts[0].trained", equalTo(false))
                .body("cohorts[0].hours", equalTo(36))
                .body("cohorts[0].missing.moreCourses", equalTo(1))
                .body("cohorts[0].missing.hours", equalTo(36)));
    }

    @Test
    void a_partner_reads_no_progress_of_a_learner_of_another_institution() {
        accepted("2026-05-31");

        Partner.school().get("/v1/learners/" + learner + "/progress").statusCode(404);
    }

    @Test
    void a_requirement_recorded_for_the_past_moves_the_trained_day_to_when_it_was_met() {
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");
        completed("2026-03-31");
        school.enrols("E-2", learner, cohort, course + "-2");
        school.completes("C-2", "E-2", "2026-05-31").statusCode(201);
        awaitTypes("kz.qadam.learner.trained.v1");
        await().untilAsserted(() -> assertThat(school.statusOf("C-2")).isEqualTo("accepted"));

        Neighbours.describeCohort(cohort, 2, "2026-02-01", "{\"minCourses\":2}");

        awaitTypes("kz.qadam.learner.trained.v1", "kz.qadam.learner.trained.v1");
        assertThat(Published.about(learner + "/" + cohort)).last().satisfies(event -> {
            assertThat(event.data().path("trainedOn").asText()).isEqualTo("2026-05-31");
            assertThat(event.data().path("requirementVersion").asInt()).isEqualTo(2);
            assertThat(event.data().path("cause").asText()).isEqualTo("requirement");
        });
    }

    @Test
    void an_evaluation_can_be_followed() {
        trainedUnderAnyCourse();

        Neighbours.describeCohort(cohort, 2, "2026-01-01", "{\"minCourses\":2}");

        await().untilAsserted(() -> Office.get("viewer", "/v1/evaluations?status=finished&cohort=" + cohort)
                .statusCode(200)
                .body("items[-1].status", equalTo("finished"))
                .body("items[-1].cause", equalTo("requirement"))
                .body("items[-1].versions.cohort", equalTo(2))
                .body("items[-1].learners.done", equalTo(1))
                .body("items[-1].learners.total", equalTo(1))
                .body("items[-1].learners.changed", equalTo(1)));
    }

    @Test
    void evaluations_are_narrowed_by_what_exists() {
        Office.get("viewer", "/v1/evaluations?status=lost").statusCode(400);
        Office.get("viewer", "/v1/evaluations?cohort=lost").statusCode(404);
    }

    @Test
    void no_partner_follows_evaluations() {
        school.get("/v1/evaluations").statusCode(403);
    }

    private void completed(String on) {
        school.enrols("E", learner, cohort, course);
        school.completes("C", "E", on).statusCode(201);
    }

    private void awaitTypes(String... types) {
        await().untilAsserted(() -> assertThat(Published.about(learner + "/" + cohort))
                .extracting(PublishedEvent::type)
                .isEqualTo(List.of(types)));
    }
}
