package kz.qadam.enrolment.erasure;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.post;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.TasksFixture.taskOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.enrolment.TasksFixture;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class WaitingErasuresTest extends LearnerToErase {

    private static final String TO_FORGET = taskOf("references-to-forget");
    private static final String TO_ERASE = taskOf("persons-to-erase");

    @Test
    void a_person_who_is_blocked_and_not_yet_erased_is_a_task_of_the_office_alone() {
        String location = blocked();

        new TasksFixture(office())
                .all()
                .body(TO_ERASE + ".count", greaterThanOrEqualTo(1))
                .body(TO_ERASE + ".link", equalTo("/persons"));
        new TasksFixture(auditor()).all().body(TO_ERASE, nullValue());
        new TasksFixture(partner(school)).all().body(TO_ERASE, nullValue());
        auditor().get(location).then().body("state", equalTo("blocked"));
    }

    @Test
    void an_institution_has_the_references_to_forget_until_it_confirms() {
        erased();

        new TasksFixture(partner(school))
                .all()
                .body(TO_FORGET + ".count", equalTo(1))
                .body(TO_FORGET + ".oldest", notNullValue())
                .body(TO_FORGET + ".until", notNullValue())
                .body(TO_FORGET + ".link", equalTo("/erasure-tasks"));
        new TasksFixture(office()).all().body(TO_FORGET + ".count", greaterThanOrEqualTo(1));
        new TasksFixture(partner(school())).all().body(TO_FORGET, nullValue());

        String task = partner(school).get("/v1/erasure-tasks").path("items[0].id");
        post(school, "erasure-tasks/" + task + "/confirmation", "{\"outcome\": \"forgotten\"}")
                .statusCode(200);
        new TasksFixture(partner(school)).all().body(TO_FORGET, nullValue());
    }
}
