package kz.qadam.reporting.audit.recount;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.CatalogueFixture.givenInstitution;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.post;
import static kz.qadam.reporting.Requests.recount;
import static kz.qadam.reporting.Requests.viewer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.rollup.Dimension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingTest
class RecountTest {

    private final String cohort = "recount-" + UUID.randomUUID();

    /** A change of the roll-up, and what takes it back. */
    private String mend;

    @BeforeEach
    void a_cohort() {
        givenCohort(cohort, 10L);
    }

    @AfterEach
    void mend() {
        if (mend != null) {
            execute(mend);
        }
    }

    @Test
    void figures_equal_their_recount() {
        givenTrained(cohort, "2026-05-31");
        givenTrained(cohort, "unknown", "school-43", "2026-06-01");
        awaitTrained(cohort, 2);

        String id = recount(Map.of("cohort", cohort))
                .statusCode(200)
                .body("differences", empty())
                .body("matches", is(true))
                .body("inFlight.learners", is(0))
                .body("inFlight.cohorts", empty())
                .extract()
                .path("id");

        auditor("/v1/audit/recounts/" + id).statusCode(200).body("matches", is(true));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "trained, nation, ''",
        "trained, region, KZ-75",
        "trained, institution, school-42",
        "trained, area, ai",
        "completions, institution, school-42",
        "completed, region, KZ-75",
        "completed, course, AI-101",
        "enrolled, institution, school-42",
        "enrolled, area, ai",
        "completed, kind, school"
    })
    void a_row_altered_by_hand_is_named(String measure, String dimension, String member) {
        givenInstitution("school-42");
        givenTrained(cohort, "2026-05-31");
        await().untilAsserted(() -> viewer("/v1/progress/" + cohort + "/breakdown", "by", "kind")
                .body("cells.find { it.key == 'school' }.trained", is(1)));

        alter(measure, dimension, member, measure + " = " + measure + " + 1", measure + " = " + measure + " - 1");

        boolean isNation = dimension.equals("nation");
        recount(Map.of("cohort", cohort))
                .statusCode(200)
                .body("matches", is(false))
                .body("differences", hasSize(1))
                .body("differences[0].cohort", is(cohort))
                .body("differences[0].measure", is(measure))
                .body("differences[0]." + (isNation ? "cohort" : dimension), is(isNation ? cohort : member))
                .body("differences[0].size()", is(isNation ? 4 : 5))
                .body("differences[0].figure", is(2))
                .body("differences[0].recount", is(1));
    }

    @Test
    void a_row_moved_to_another_day_is_named_by_both_days() {
        givenTrained(cohort, "2026-05-31");
        awaitTrained(cohort, 1);

        alter("trained", "nation", "", "day = day - 1", "day = day + 1");

        recount(Map.of("cohort", cohort))
                .body("matches", is(false))
                .body("differences.day", hasItem("2026-05-30"))
                .body("differences.day", hasItem("2026-05-31"));
    }

    private void alter(String measure, String dimension, String member, String change, String back) {
        String sql = "update rollup_cell set %%s where cohort = '%s' and grain = '%s' and place = '%s' and %s <> 0"
                .formatted(cohort, dimension, member, measure);
        mend = sql.formatted(back);
        execute(sql.formatted(change));
    }

    @Test
    void people_are_recounted_too() {
        givenTrained(cohort, "2027-05-31");
        await().untilAsserted(() ->
                viewer("/v1/progress/" + cohort, "on", "2027-05-31").body("trained", is(1)));

        String sql = "update rollup_cell set people = people %s 5 where cohort = '' and day = '2027-05-31'";
        mend = sql.formatted("-");
        execute(sql.formatted("+"));

        recount(Map.of("on", "2027-05-31")).body("differences.measure", hasItem("people"));
    }

    @Test
    void a_learner_whose_training_is_not_yet_published_is_left_out_on_both_sides() {
        CompletionFixture.of(cohort, "2026-05-31").publish();
        await().untilAsserted(() -> viewer("/v1/progress/" + cohort).body("completions", is(1)));

        recount(Map.of("cohort", cohort)).body("matches", is(true)).body("inFlight.learners", is(1));
    }

    @Test
    void a_training_without_a_completion_is_named() {
        CompletionFixture.of(cohort, "2026-05-31").publishTrained();
        awaitTrained(cohort, 1);

        recount(Map.of("cohort", cohort))
                .body("matches", is(false))
                .body("differences", hasSize(Dimension.values().length))
                .body("differences[0].figure", is(1))
                .body("differences[0].recount", is(0));
    }

    @Test
    void a_trained_state_without_the_member_trained_is_recounted() {
        UUID learner = UUID.randomUUID();
        KafkaFixture.publish(
                "qadam.completions",
                learner.toString(),
                "kz.qadam.learner.no-longer-trained.v1",
                learner + "/" + cohort,
                1,
                """
                {"learnerId": "%s", "cohort": "%s", "programmeVersion": 1, "cohortVersion": 1,
                 "cause": "completion", "version": 1}
                """.formatted(learner, cohort));
        givenTrained(cohort, "2026-05-31");
        awaitTrained(cohort, 1);

        recount(Map.of("cohort", cohort))
                .statusCode(200)
                .body("matches", is(true))
                .body("inFlight.learners", is(0));
    }

    @Test
    void a_viewer_may_not_recount() {
        post("viewer", "/v1/audit/recounts", Map.of()).statusCode(403);
    }

    @Test
    void an_unknown_cohort_is_not_found() {
        recount(Map.of("cohort", "nobody")).statusCode(404);
    }

    @Test
    void an_unknown_member_is_refused() {
        recount(Map.of("cohrt", "pupils")).statusCode(400);
    }

    @Test
    void an_unknown_recount_is_not_found() {
        auditor("/v1/audit/recounts/" + UUID.randomUUID()).statusCode(404);
    }
}
