package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.describeCourse;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.CatalogueFixture.givenInstitution;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.csv;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.rollup.Dimension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class BreakdownTest {

    private final String cohort = "breakdown-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort + "/breakdown";

    @BeforeEach
    void a_cohort() {
        givenCohort(cohort, 10L);
    }

    @Test
    void every_region_has_a_cell() {
        givenTrained(cohort, "2026-05-31");

        await().untilAsserted(() -> viewer(path, "by", "region")
                .statusCode(200)
                .body("by", is("region"))
                .body("additive.trained", is(true))
                .body("additive.enrolled", is(false))
                .body("cells", hasSize(20))
                .body("cells.key", not(hasItem("unknown")))
                .body("cells.find { it.key == 'KZ-75' }.trained", is(1))
                .body("cells.find { it.key == 'KZ-75' }.names.en", is("Almaty"))
                .body("cells.findAll { it.key != 'KZ-75' }.enrolled", everyItem(is(0))));
    }

    @Test
    void unknown_has_a_cell_if_somebody_is_in_it() {
        givenTrained(cohort, "unknown", "school-42", "2026-05-31");

        await().untilAsserted(() -> viewer(path, "by", "region")
                .body("cells", hasSize(21))
                .body("cells.find { it.key == 'unknown' }.trained", is(1)));
    }

    @Test
    void an_institution_with_anybody_in_it_has_a_cell() {
        givenInstitution("school-a");
        givenTrained(cohort, "KZ-75", "school-a", "2026-05-31");
        EnrolmentFixture.of(UUID.randomUUID(), cohort, "KZ-75", "school-b").publish();

        await().untilAsserted(() -> viewer(path, "by", "institution")
                .body("cells.key", contains("school-a", "school-b"))
                .body("cells.trained", contains(1, 0))
                .body("cells.enrolled", contains(1, 1))
                .body("cells[0].names.en", is("School 42"))
                .body("cells[1].names", nullValue()));
    }

    @Test
    void one_who_completed_two_courses_counts_in_both() {
        givenTwoCompletedCourses();

        viewer(path, "by", "course")
                .statusCode(200)
                .body("by", is("course"))
                .body("additive.trained", is(true))
                .body("additive.completions", is(true))
                .body("additive.completed", is(false))
                .body("additive.enrolled", is(false))
                .body("cells.key", contains("AI-101", "BD-1"))
                .body("cells.completed", contains(1, 1))
                .body("cells.completions", contains(1, 1))
                .body("cells.trained", contains(1, 0))
                .body("cells[1].names.en", is("=C"));
    }

    @Test
    void one_who_completed_two_courses_counts_once_among_the_completed() {
        givenTwoCompletedCourses();

        viewer("/v1/progress/" + cohort).body("completed", is(1)).body("completions", is(2));
    }

    @Test
    void a_course_that_was_completed_later_has_no_cell_on_the_day() {
        givenTwoCompletedCourses();

        viewer(path, "by", "course", "on", "2026-05-30").body("cells.key", contains("AI-101"));
    }

    @Test
    void every_area_has_a_cell() {
        givenTwoCompletedCourses();

        viewer(path, "by", "area")
                .body("cells", hasSize(4))
                .body("cells.find { it.key == 'big-data' }.completed", is(1))
                .body("cells.find { it.key == 'big-data' }.names.ru", is("Большие данные"))
                .body("cells.find { it.key == 'platform-economy' }.completed", is(0));
    }

    private void givenTwoCompletedCourses() {
        describeCourse("BD-1", 20, "big-data", 1);
        CompletionFixture first =
                CompletionFixture.of(cohort, "2026-05-01").publish().publishTrained();
        CompletionFixture.of(first.learner(), cohort, "KZ-75", "school-42", "2026-05-31")
                .course("BD-1")
                .publish();
        await().untilAsserted(() -> viewer(path, "by", "course")
                .body("cells.find { it.key == 'AI-101' }.trained", is(1))
                .body("cells.find { it.key == 'BD-1' }.completed", is(1)));
    }

    @Test
    void additive_measures_add_up_in_every_dimension() {
        for (int i = 0; i < 6; i++) {
            String region = i % 2 == 0 ? "KZ-75" : "KZ-71";
            UUID learner = givenTrained(cohort, region, "school-" + i % 3, "2026-05-01")
                    .learner();
            CompletionFixture.of(learner, cohort, "KZ-10", "school-9", "2026-06-01")
                    .publish();
        }
        await().untilAsserted(() ->
                viewer("/v1/progress/" + cohort).body("trained", is(6)).body("completions", is(12)));

        for (Dimension by : Dimension.BREAKDOWNS) {
            Map<String, Integer> sums = viewer(path, "by", by.code())
                    .extract()
                    .path("cells.inject([trained: 0, completions: 0]) { sum, cell -> [trained: sum.trained"
                            + " + cell.trained, completions: sum.completions + cell.completions] }");
            assertThat(sums).as(by.code()).isEqualTo(Map.of("trained", 6, "completions", 12));
        }
    }

    @Test
    void a_breakdown_is_a_table_too() {
        givenTrained(cohort, "2026-05-31");
        awaitTrained(cohort, 1);

        String csv = csv(path + "?by=course&on=2026-06-01");

        assertThat(csv)
                .startsWith("\uFEFFasOf,on,provisional,cohort,by,key,name_kk,name_ru,name_en,enrolled,completed,"
                        + "completions,trained\r\n")
                .endsWith(",2026-06-01,false," + cohort + ",course,AI-101,К,К,'=C,1,1,1,1\r\n");
    }

    @Test
    void the_format_can_be_a_parameter_instead_of_a_header() {
        awaitCohort(cohort);
        String now = now();

        assertThat(viewerBody(path, "by", "course", "asOf", now, "format", "csv"))
                .isEqualTo(csv(path + "?by=course&asOf=" + now));
    }

    @Test
    void an_unknown_format_is_refused() {
        viewer("/v1/progress/total/breakdown", "by", "course", "format", "xml")
                .statusCode(400)
                .body("errors[0].parameter", is("format"));
    }
}
