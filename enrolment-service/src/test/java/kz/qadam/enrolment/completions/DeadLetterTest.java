package kz.qadam.enrolment.completions;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class DeadLetterTest {

    private static final String LETTERS = "/v1/enrolment-dead-letters";
    private static final String RECORDED = "kz.qadam.completion.recorded.v1";
    private static final String CONTRADICTION = "An event with the same id said something else before.";

    @Inject
    Database database;

    private final UUID completion = UUID.randomUUID();
    private String school;
    private String enrolment;

    @BeforeEach
    void enrol_somebody() {
        school = school();
        enrolment = enrolled(school, enrolment("E-1", course(), People.iin()));
    }

    @Test
    void a_dead_letter_that_still_cannot_be_read_stays() {
        resolve(awaitUnreadableLetter(), "retry").statusCode(422).body("errors[0].code", equalTo("still-unreadable"));
    }

    @Test
    void a_dead_letter_that_can_be_read_by_then_takes_effect_when_it_is_retried() {
        String id = awaitLetterThatCanBeReadNow();

        resolve(id, "retry").statusCode(200).body("status", equalTo("retried")).body("resolvedBy", equalTo("office"));

        awaitStatus("completed");
    }

    @Test
    void a_dead_letter_that_was_retried_may_be_retried_again_and_not_discarded() {
        String id = awaitLetterThatCanBeReadNow();
        resolve(id, "retry").statusCode(200);

        resolve(id, "retry").statusCode(200);
        resolve(id, "discard").statusCode(409);
    }

    private String awaitUnreadableLetter() {
        ProgressService.says(RECORDED, ProgressService.completion(completion, enrolment, "praised", 1));
        return awaitLetter("status is not a value of the contract.");
    }

    private String awaitLetterThatCanBeReadNow() {
        String id = awaitUnreadableLetter();
        database.transaction(handle ->
                handle.createUpdate("""
                        update dead_letter
                           set value = convert_to(replace(convert_from(value, 'UTF8'), 'praised', 'accepted'), 'UTF8')
                         where id = :id
                        """).bind("id", UUID.fromString(id)).execute());
        return id;
    }

    private void awaitStatus(String status) {
        await().untilAsserted(() ->
                partner(school).get("/v1/enrolments/" + enrolment).then().body("status", equalTo(status)));
    }

    @Test
    void the_same_version_in_two_ways_is_a_dead_letter_and_changes_nothing() {
        ProgressService.says(RECORDED, ProgressService.completion(completion, enrolment, "accepted", 1));
        awaitStatus("completed");

        ProgressService.says(RECORDED, ProgressService.completion(completion, enrolment, "refused", 1));

        awaitLetter(CONTRADICTION);
        partner(school).get("/v1/enrolments/" + enrolment).then().body("status", equalTo("completed"));
    }

    @Test
    void a_dead_letter_that_contradicts_what_is_known_is_discarded() {
        ProgressService.says(RECORDED, ProgressService.completion(completion, enrolment, "accepted", 1));
        ProgressService.says(RECORDED, ProgressService.completion(completion, enrolment, "refused", 1));

        resolve(awaitLetter(CONTRADICTION), "discard").statusCode(200).body("status", equalTo("discarded"));
    }

    @Test
    void an_event_with_the_id_of_another_version_is_a_dead_letter() {
        ProgressService.says(
                RECORDED, completion.toString(), 2, ProgressService.completion(completion, enrolment, "accepted", 1));

        resolve(awaitLetter("Its id is not that of its type, subject and version."), "discard")
                .statusCode(200);
    }

    @Test
    void only_auditor_and_office_read_dead_letters() {
        anybody().get(LETTERS).then().statusCode(401);
        partner(school).get(LETTERS).then().statusCode(403);
    }

    @Test
    void no_partner_decides_about_a_dead_letter() {
        partner(school)
                .body("{}")
                .post(LETTERS + "/" + UUID.randomUUID() + "/resolution")
                .then()
                .statusCode(403);
    }

    @Test
    void a_dead_letter_that_does_not_exist_is_not_found() {
        resolve(UUID.randomUUID().toString(), "discard").statusCode(404);
    }

    private String awaitLetter(String reason) {
        String path = "items.find { it.subject == '%s' && it.reason == '%s' }.id".formatted(completion, reason);
        return await().until(() -> auditor().get(LETTERS + "?limit=1000").path(path), id -> id != null);
    }

    private static ValidatableResponse resolve(String id, String action) {
        return office().body("{\"action\": \"%s\", \"reason\": \"Looked at.\"}".formatted(action))
                .post(LETTERS + "/" + id + "/resolution")
                .then();
    }
}
