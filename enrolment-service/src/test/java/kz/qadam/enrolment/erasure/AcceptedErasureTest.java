package kz.qadam.enrolment.erasure;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.withdraws;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class AcceptedErasureTest extends LearnerToErase {

    @Test
    void a_dry_run_says_what_would_be_erased_and_keeps_nothing() {
        erase("?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("learnerId", equalTo(learner))
                .body("institutions.institution", contains(school))
                .body("institutions.enrolments", contains(1));

        partner(school).get("/v1/enrolments/" + id).then().statusCode(200);
    }

    @Test
    void an_accepted_erasure_blocks_the_learner_while_a_file_may_hold_the_number() {
        String location = blocked();

        auditor()
                .get(location)
                .then()
                .body("state", equalTo("blocked"))
                .body("learnerId", equalTo(learner))
                .body("remains.place", contains("kafka", "write-ahead-log", "backups"));
    }

    @Test
    void a_blocked_learner_is_answered_to_institutions_like_an_unknown_one() {
        blocked();

        partner(school).get("/v1/enrolments/" + id).then().statusCode(404);
        partner(school).get("/v1/enrolments/" + id + "/history").then().statusCode(404);
        partner(school).get("/v1/enrolments").then().body("items", empty());
        corrects(school, "E-1", "\"region\": \"KZ-71\"").statusCode(404);
        withdraws(school, id, "2026-03-01").statusCode(404);
        enrol(school, enrolment("E-2", course, "").replace("{\"iin\": \"\"}", "{\"learnerId\": \"" + learner + "\"}"))
                .statusCode(422)
                .body("errors.code", contains("unknown-learner"));
    }

    @Test
    void a_blocked_person_cannot_be_enrolled() {
        blocked();

        enrol(school(), enrolment("E-1", course, iin))
                .statusCode(422)
                .body("errors.code", contains("learner-unavailable"))
                .body("errors.pointer", contains("/learner/iin"));
    }

    @Test
    void lifting_a_block_for_a_time_does_not_lift_that_of_an_erasure() {
        String block = "/v1/learner-blocks/" + learner;
        office().body("{\"reason\": \"disputed\"}").put(block).then().statusCode(200);
        blocked();

        office().delete(block).then().statusCode(204);

        partner(school).get("/v1/enrolments/" + id).then().statusCode(404);
        enrol(school(), enrolment("E-1", course, iin)).statusCode(422);
    }

    @Test
    void the_same_learner_again_is_the_same_erasure() {
        String location = blocked();

        erase("").statusCode(200).header("Location", equalTo(location));
    }

    @Test
    void an_unknown_person_cannot_be_erased() {
        office().body("{\"learner\": {\"iin\": \"%s\"}, \"reason\": \"requested\"}".formatted(People.iin()))
                .post("/v1/erasures")
                .then()
                .statusCode(422)
                .body("errors.code", contains("unknown-learner"));
    }
}
