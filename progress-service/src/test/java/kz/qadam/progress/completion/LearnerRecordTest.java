package kz.qadam.progress.completion;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The office answers a learner who asks what is held. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LearnerRecordTest {

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void every_state_of_a_completion_is_shown_with_its_sender_and_reason() {
        school.hasAccepted("C", "E", learner);

        school.revokes("C").statusCode(200);

        recordOf(learner)
                .statusCode(200)
                .body("learnerId", equalTo(learner.toString()))
                .body("completions.reference", contains("C"))
                .body("completions.institution", contains(school.institution()))
                .body("completions[0].states.cause", hasItems("reported", "revoked"))
                .body("completions[0].states[-1].by.institution", equalTo(school.institution()))
                .body("completions[0].states[-1].reason", equalTo("entered for the wrong person"));
    }

    @Test
    void it_says_in_which_cohorts_the_learner_is_trained() {
        school.hasAccepted("C", "E", learner);

        recordOf(learner).body("cohorts.cohort", contains("pupils")).body("cohorts.trained", contains(true));
    }

    @Test
    void a_completion_that_was_moved_away_stays_in_the_record() {
        UUID other = UUID.randomUUID();
        school.hasAccepted("C", "E", learner);
        school.hasEnrolled("F", other);

        school.corrects("C", "\"enrolment\":\"F\"").statusCode(200);

        recordOf(learner).body("completions.reference", contains("C"));
        recordOf(other).body("completions.reference", contains("C"));
    }

    @Test
    void the_record_of_a_merged_learner_is_that_of_the_surviving_one() {
        UUID surviving = UUID.randomUUID();
        var enrolled = school.enrols("E", learner, "pupils", "AI-101");
        school.completes("C", "E", "2026-03-01").statusCode(201);

        Neighbours.merge(learner, surviving, enrolled);

        await().untilAsserted(() -> recordOf(learner)
                .body("learnerId", equalTo(surviving.toString()))
                .body("mergedFrom", contains(learner.toString()))
                .body("completions.reference", contains("C")));
    }

    @Test
    void it_says_who_has_read_a_completion_or_the_progress() {
        school.hasAccepted("C", "E", learner);
        String completion = recordOf(learner).extract().path("completions[0].id");

        school.get("/v1/completions/" + completion).statusCode(200);
        Office.get("auditor", "/v1/learners/" + learner + "/progress").statusCode(200);

        await().untilAsserted(() -> recordOf(learner)
                .body(
                        "readings.find { it.action == 'GET /v1/completions/{id}' }.institution",
                        equalTo(school.institution()))
                .body(
                        "readings.find { it.action == 'GET /v1/learners/{learnerId}/progress' }.actor",
                        equalTo("auditor")));
    }

    @Test
    void of_a_learner_who_is_not_known_nothing_is_held() {
        recordOf(UUID.randomUUID()).statusCode(200).body("completions", empty()).body("cohorts", empty());
    }

    @Test
    void nobody_but_the_office_may_ask() {
        school.get(path(learner)).statusCode(403);
        Office.get("auditor", path(learner)).statusCode(403);
    }

    private static ValidatableResponse recordOf(UUID learner) {
        return Office.get("office", path(learner));
    }

    private static String path(UUID learner) {
        return "/v1/learners/" + learner + "/records";
    }
}
