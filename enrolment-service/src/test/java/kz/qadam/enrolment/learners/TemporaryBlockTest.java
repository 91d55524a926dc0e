package kz.qadam.enrolment.learners;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office blocks a learner until what is held is settled. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TemporaryBlockTest {

    private final String iin = People.iin();
    private String course;
    private String school;
    private String enrolment;
    private String learner;

    @BeforeEach
    void enrol_somebody() {
        course = course();
        school = school();
        ValidatableResponse enrolled =
                enrol(school, enrolment("E-1", course, iin)).statusCode(201);
        enrolment = enrolled.extract().path("id");
        learner = enrolled.extract().path("learnerId");
    }

    @Test
    void a_blocked_learner_cannot_be_enrolled_by_anybody() {
        block("disputed").statusCode(200).body("reason", equalTo("disputed"));

        enrol(school(), enrolment("F-1", course, iin))
                .statusCode(422)
                .body("errors.code", contains("learner-unavailable"));
    }

    @Test
    void institutions_cannot_read_the_enrolments_of_a_blocked_learner() {
        block("unlawful");

        partner(school).get("/v1/enrolments/" + enrolment).then().statusCode(404);
        partner(school).get("/v1/enrolments").then().body("items", empty());
        auditor().get("/v1/enrolments/" + enrolment).then().statusCode(200);
    }

    @Test
    void an_enrolment_of_a_blocked_learner_is_not_found_to_be_corrected() {
        block("disputed");

        corrects(school, "E-1", "\"region\": \"KZ-71\"").statusCode(404);
    }

    @Test
    void a_lifted_block_leaves_everything_as_it_was() {
        block("disputed");

        lift();

        partner(school).get("/v1/enrolments/" + enrolment).then().statusCode(200);
        enrol(school(), enrolment("F-1", course, iin)).statusCode(201).body("learnerId", equalTo(learner));
    }

    @Test
    void who_follows_a_list_sees_the_enrolments_again_after_the_block() {
        block("disputed");
        String cursor = partner(school).get("/v1/enrolments").path("cursor");

        lift();

        partner(school).get("/v1/enrolments?cursor=" + cursor).then().body("items.id", hasItem(enrolment));
    }

    @Test
    void a_block_in_force_stays_as_it_is() {
        block("disputed");

        block("requested").body("reason", equalTo("disputed"));
    }

    @Test
    void a_learner_can_be_blocked_again() {
        block("disputed");
        lift();

        block("requested").body("reason", equalTo("requested"));
    }

    @Test
    void the_person_record_shows_the_block() {
        block("disputed");

        office().body("""
                        {"person": {"iin": "%s"}, "requestedBy": "self"}""".formatted(iin))
                .post("/v1/person-records")
                .then()
                .body("block.reason", equalTo("disputed"))
                .body("enrolments.enrolment.id", contains(enrolment));
    }

    @Test
    void a_learner_who_is_not_known_cannot_be_blocked() {
        learner = UUID.randomUUID().toString();

        block("disputed").statusCode(404);
    }

    @Test
    void nobody_but_the_office_blocks() {
        partner(school).body("{\"reason\": \"disputed\"}").put(path()).then().statusCode(403);
    }

    private ValidatableResponse block(String reason) {
        return office().body("{\"reason\": \"%s\"}".formatted(reason))
                .put(path())
                .then();
    }

    private void lift() {
        office().delete(path()).then().statusCode(204);
    }

    private String path() {
        return "/v1/learner-blocks/" + learner;
    }
}
