package kz.qadam.progress.erasure;

import static io.restassured.RestAssured.given;
import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The office blocks a learner until what is held is settled. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TemporaryBlockTest extends LearnerWithCompletions {

    @Test
    void a_blocked_learner_is_answered_to_institutions_like_an_unknown_one() {
        blocks(1);

        school.get("/v1/completions/" + first).statusCode(404);
        school.get("/v1/completions/" + first + "/history").statusCode(404);
        school.get("/v1/completions").body("items", empty());
        school.get("/v1/learners/" + learner + "/progress").statusCode(404);
        school.get("/v1/learners").body("items", empty());
        school.corrects(first, "\"score\": 0.5").statusCode(404);
        school.revokes(first).statusCode(404);
        school.completes("C-b", "E-1", "2026-03-01")
                .statusCode(422)
                .body("errors.code", contains("learner-unavailable"));
    }

    private Map<String, Object> tried(String completion) {
        Map<String, Object> answer = school.post("/v1/completions?dryRun=true", """
                        {"reference":"%s","enrolment":"E-1","completedOn":"2026-03-01"}
                        """.formatted(completion))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
        ((Map<?, ?>) answer.get("completion")).remove("recordedAt");
        return answer;
    }

    @Test
    void a_dry_run_does_not_say_that_a_learner_is_blocked() {
        Map<String, Object> before = tried("C-a");

        blocks(1);

        assertThat(tried("C-a")).isEqualTo(before).containsEntry("status", "duplicate");
    }

    @Test
    void a_dry_run_does_not_show_what_is_held_of_a_blocked_learner() {
        school.revokes(first).statusCode(200);

        blocks(1);

        assertThat(tried("C-a"))
                .extractingByKey("completion")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("status", "accepted");
    }

    @Test
    void each_completion_that_is_refused_for_its_learner_is_on_record() {
        blocks(1);

        school.post("/v1/completions/batch", """
                        [{"reference":"C-a","enrolment":"E-1","completedOn":"2026-03-01"},
                         {"reference":"C-b","enrolment":"E-1","completedOn":"2026-03-01"}]
                        """).body("results.status", contains("rejected", "rejected"));

        assertThat(count("select count(*) from trail where subject = 'learner-unavailable' and institution = '%s'"
                        .formatted(school.institution())))
                .isEqualTo(2);
    }

    @Test
    void auditors_read_the_completions_of_a_blocked_learner() {
        blocks(1);

        given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/v1/completions?institution=" + school.institution())
                .then()
                .body("items.reference", containsInAnyOrder("C-a", "C-b"))
                .body("items.status", contains("accepted", "accepted"));
    }

    @Test
    void a_lifted_block_leaves_everything_as_it_was() {
        blocks(1);

        lifts(2);

        school.get("/v1/completions/" + first).statusCode(200);
        school.get("/v1/learners").body("items.learnerId", contains(learner.toString()));
        school.completes("C-b", "E-1", "2026-03-01").statusCode(200);
        school.corrects(first, "\"score\": 0.5").statusCode(200);
    }

    @Test
    void who_follows_a_list_sees_the_completions_again_after_the_block() {
        blocks(1);
        String cursor = school.get("/v1/completions").extract().path("cursor");

        lifts(2);

        school.get("/v1/completions?cursor=" + cursor).body("items.id", containsInAnyOrder(first, second));
    }

    @Test
    void a_lift_that_arrives_after_the_next_block_is_ignored() {
        blocks(3);

        saysLate(false, 2);

        school.get("/v1/completions/" + first).statusCode(404);
    }

    @Test
    void a_block_that_arrives_after_its_lift_is_ignored() {
        lifts(2);

        saysLate(true, 1);

        school.get("/v1/completions/" + first).statusCode(200);
    }

    @Test
    void lifting_a_block_for_a_time_does_not_lift_that_of_an_erasure() {
        blocks(1);
        says("blocked", 1);

        lifts(2);

        school.get("/v1/completions/" + first).statusCode(404);
    }

    @Test
    void a_learner_who_is_blocked_for_a_time_can_be_erased() {
        blocks(1);

        says("erased", 2);

        assertThat(referenceOf(first)).startsWith("erased-");
    }

    @Test
    void a_learner_who_was_blocked_for_a_time_is_blocked_by_an_erasure() {
        blocks(1);
        lifts(2);

        says("blocked", 1);

        school.get("/v1/completions/" + first).statusCode(404);
    }

    @Test
    void a_learner_can_be_blocked_before_anything_is_known_of_it() {
        UUID unknown = UUID.randomUUID();
        blocks(unknown, 1);

        school.hasEnrolled("E-9", unknown);

        school.get("/v1/learners").body("items.learnerId", contains(learner.toString()));
    }

    @Test
    void a_block_changes_no_completion_and_nobody_who_is_trained() {
        String versions = """
                select (select sum(version) from completion where learner_id = '%1$s')
                     + (select sum(version) from learner_cohort where learner_id = '%1$s')
                """.formatted(learner);
        long before = count(versions);

        blocks(1);

        assertThat(count(versions)).isEqualTo(before);
    }
}
