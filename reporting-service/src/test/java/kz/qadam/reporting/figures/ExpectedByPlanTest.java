package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.describeCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import kz.qadam.reporting.CohortVersion;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;

@ReportingTest
class ExpectedByPlanTest {

    private static final CohortVersion SCHOOL_YEAR = planned(1, 54);

    private static CohortVersion planned(long version, int percent) {
        return CohortVersion.of(version, 1000L).planned("""
                {"milestones": [{"on": "2028-09-08", "percent": %d}], "season": [8, 10, 7, 10, 8, 0, 0, 0, 10, 8, 10, 10]}
                """.formatted(percent));
    }

    @Test
    void a_series_has_what_the_season_and_the_milestones_expect() {
        describeCohort("planned-series", SCHOOL_YEAR);
        awaitCohort("planned-series");

        viewer("/v1/progress/planned-series/series?interval=month&from=2026-04-01&to=2026-09-01&on=2026-04-30")
                .statusCode(200)
                .body("points.expected", contains(90, 111, 111, 111, 111, 137));
    }

    @Test
    void nobody_is_planned_in_a_holiday() {
        describeCohort("planned", SCHOOL_YEAR);
        givenTrained("planned", "2026-05-20");
        awaitTrained("planned", 1);

        viewer("/v1/progress/planned", "on", "2026-08-31")
                .body("expected", is(111))
                .body("plannedPerMonth", is(0.0f))
                .body("recentPerMonth", is(0.0f))
                .body("status", is("behind"));
    }

    @Test
    void the_milestone_and_the_target_are_expected_on_their_days() {
        describeCohort("planned-days", SCHOOL_YEAR);
        awaitCohort("planned-days");

        viewer("/v1/progress/planned-days", "on", "2028-09-08").body("expected", is(540));
        viewer("/v1/progress/planned-days", "on", "2030-12-31").body("expected", is(1000));
    }

    @Test
    void another_plan_changes_nothing_that_was_known_before() {
        describeCohort("replanned", SCHOOL_YEAR);
        awaitCohort("replanned");
        String then = now();
        String before = viewerBody("/v1/progress/replanned", "asOf", then, "on", "2028-09-08");

        describeCohort("replanned", SCHOOL_YEAR, planned(2, 60));

        await().untilAsserted(() ->
                viewer("/v1/progress/replanned", "on", "2028-09-08").body("expected", is(600)));
        assertThat(viewerBody("/v1/progress/replanned", "asOf", then, "on", "2028-09-08"))
                .isEqualTo(before)
                .contains("\"expected\":540");
    }

    @Test
    void without_a_target_nobody_is_expected() {
        describeCohort("unplanned", CohortVersion.of(1, null));

        await().untilAsserted(() -> viewer("/v1/progress/unplanned")
                .statusCode(200)
                .body("expected", nullValue())
                .body("plannedPerMonth", nullValue())
                .body("status", is("no-target")));
    }
}
