package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.describeCourse;
import static kz.qadam.reporting.CatalogueFixture.describeInstitution;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.CatalogueFixture.givenInstitution;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.recount;
import static kz.qadam.reporting.Requests.viewer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Areas of courses and kinds of institutions come from the catalogue, and figures follow when it changes. */
@ReportingTest
class DerivedDimensionTest {

    private final String cohort = "breakdown-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort + "/breakdown";

    @BeforeEach
    void a_cohort() {
        givenCohort(cohort, 10L);
    }

    @Test
    void the_area_of_a_completion_is_known_when_its_course_is_described() {
        String course = "LATE-" + UUID.randomUUID();
        givenTrainedIn(course);
        await().untilAsserted(() -> viewer(path, "by", "area").body(cell("unknown") + "trained", is(1)));
        String then = now();

        describeCourse(course, 20, "digitalisation", 1);

        await().untilAsserted(() -> viewer(path, "by", "area")
                .body(cell("digitalisation") + "trained", is(1))
                .body(cell("digitalisation") + "completed", is(1))
                .body(cell("digitalisation") + "completions", is(1))
                .body("cells.key", not(hasItem("unknown"))));
        viewer(path, "by", "area", "asOf", then).body(cell("unknown") + "trained", is(1));
    }

    @Test
    void a_course_that_changes_its_area_takes_its_completions_along() {
        String course = "MOVED-" + UUID.randomUUID();
        describeCourse(course, 20, "digitalisation", 1);
        givenTrainedIn(course);
        await().untilAsserted(() -> viewer(path, "by", "area").body(cell("digitalisation") + "completed", is(1)));

        describeCourse(course, 20, "big-data", 2);

        await().untilAsserted(() -> viewer(path, "by", "area").body(cell("big-data") + "completed", is(1)));
        recount(Map.of("cohort", cohort)).body("matches", is(true));
    }

    @Test
    void a_course_that_changes_its_area_takes_those_along_who_have_only_enrolled() {
        String course = "MOVED-" + UUID.randomUUID();
        describeCourse(course, 20, "digitalisation", 1);
        EnrolmentFixture.of(UUID.randomUUID(), cohort, "KZ-75", "school-42")
                .course(course)
                .publish();
        await().untilAsserted(() -> viewer(path, "by", "area").body(cell("digitalisation") + "enrolled", is(1)));

        describeCourse(course, 20, "big-data", 2);

        await().untilAsserted(() -> viewer(path, "by", "area")
                .body(cell("big-data") + "enrolled", is(1))
                .body(cell("digitalisation") + "enrolled", is(0)));
        recount(Map.of("cohort", cohort)).body("matches", is(true));
    }

    private void givenTrainedIn(String course) {
        var enrolment = EnrolmentFixture.of(UUID.randomUUID(), cohort, "KZ-75", "school-42");
        enrolment.publish();
        CompletionFixture.under(enrolment, "2026-05-01")
                .course(course)
                .publish()
                .publishTrained();
    }

    @Test
    void the_kind_of_a_completion_is_known_when_its_institution_is_described() {
        String school = "school-" + UUID.randomUUID();
        givenTrained(cohort, "KZ-75", school, "2026-05-01");
        await().untilAsserted(() -> viewer(path, "by", "kind").body(cell("unknown") + "trained", is(1)));
        String then = now();

        givenInstitution(school);

        await().untilAsserted(() -> viewer(path, "by", "kind")
                .body("by", is("kind"))
                .body("cells.key", contains("agency", "company", "school", "training-centre", "university"))
                .body(cell("school") + "trained", is(1))
                .body(cell("school") + "completed", is(1))
                .body(cell("school") + "completions", is(1))
                .body(cell("school") + "enrolled", is(1))
                .body(cell("school") + "names.ru", is("Школа")));
        viewer(path, "by", "kind", "asOf", then).body(cell("unknown") + "trained", is(1));
        recount(Map.of("cohort", cohort)).body("matches", is(true));
    }

    @Test
    void an_institution_of_another_kind_takes_its_people_along_once() {
        givenInstitution("moved-school");
        givenInstitution("other-school");
        UUID learner = UUID.randomUUID();
        EnrolmentFixture.of(learner, cohort, "KZ-75", "moved-school").publish();
        EnrolmentFixture.of(learner, cohort, "KZ-75", "other-school").publish();
        await().untilAsserted(() -> viewer(path, "by", "kind").body(cell("school") + "enrolled", is(1)));

        describeInstitution("moved-school", "university", "active", 2);

        await().untilAsserted(() -> viewer(path, "by", "kind")
                .body(cell("university") + "enrolled", is(1))
                .body(cell("school") + "enrolled", is(1)));
        recount(Map.of("cohort", cohort)).body("matches", is(true));
    }

    private static String cell(String key) {
        return "cells.find { it.key == '%s' }.".formatted(key);
    }
}
