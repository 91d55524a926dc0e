package kz.qadam.reporting.figures;

import static kz.qadam.reporting.Asked.bytes;
import static kz.qadam.reporting.Asked.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class PlannedTest {

    private static final String SCHOOL_YEAR = """
            {"version": %d, "validFrom": "2000-01-01", "target": 1000, "requirement": {}, "plan":
             {"milestones": [{"on": "2028-09-08", "percent": 54}], "season": [8, 10, 7, 10, 8, 0, 0, 0, 10, 8, 10, 10]},
             "recordedAt": "2026-01-01T00:00:00Z"}
            """;

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void a_cohort_is_expected_by_its_own_season_and_milestones() {
        Events.cohort("planned", 1, SCHOOL_YEAR.formatted(1));
        Events.trained("planned", "KZ-75", "school-42", "2026-05-20");
        await().untilAsserted(() -> exact("/v1/progress/planned").body("trained", is(1)));

        exact(
                        "/v1/progress/planned/series",
                        "interval",
                        "month",
                        "from",
                        "2026-04-01",
                        "to",
                        "2026-09-01",
                        "on",
                        "2026-04-30")
                .statusCode(200)
                .body("points.expected", contains(90, 111, 111, 111, 111, 137));
        exact("/v1/progress/planned", "on", "2026-08-31")
                .body("expected", is(111))
                .body("plannedPerMonth", is(0.0f))
                .body("recentPerMonth", is(0.0f))
                .body("status", is("behind"));
        exact("/v1/progress/planned", "on", "2028-09-08").body("expected", is(540));
        exact("/v1/progress/planned", "on", "2030-12-31").body("expected", is(1000));
    }

    @Test
    void another_plan_changes_nothing_that_was_known_before() {
        Events.cohort("replanned", 1, SCHOOL_YEAR.formatted(1));
        await().untilAsserted(() -> exact("/v1/progress/replanned").statusCode(200));
        String then = exact("/v1/progress").extract().path("asOf");
        String before = bytes("/v1/progress/replanned", "asOf", then, "on", "2028-09-08");

        Events.cohort(
                "replanned",
                2,
                SCHOOL_YEAR.formatted(1) + ", " + SCHOOL_YEAR.formatted(2).replace("54", "60"));

        await().untilAsserted(() ->
                exact("/v1/progress/replanned", "on", "2028-09-08").body("expected", is(600)));
        assertThat(bytes("/v1/progress/replanned", "asOf", then, "on", "2028-09-08"))
                .isEqualTo(before)
                .contains("\"expected\":540");
    }

    @Test
    void without_a_target_nothing_is_expected() {
        Events.cohort("unplanned", 1, """
                {"version": 1, "validFrom": "2000-01-01", "target": null, "requirement": {}, "plan": null,
                 "recordedAt": "2026-01-01T00:00:00Z"}""");

        await().untilAsserted(() -> exact("/v1/progress/unplanned")
                .statusCode(200)
                .body("expected", nullValue())
                .body("plannedPerMonth", nullValue())
                .body("status", is("no-target")));
    }
}
