package kz.qadam.enrolment.personrecords;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office answers a person who asks what is held. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PersonRecordTest {

    private final String iin = People.iin();
    private final String number = "P" + iin.substring(2);
    private String course;
    private String school;

    @BeforeEach
    void enrol_somebody() {
        course = course();
        school = school();
        enrolled(school, enrolment("E-1", course, iin));
    }

    @Test
    void the_office_sees_each_state_of_an_enrolment_with_its_sender_and_reason() {
        corrects(school, "E-1", "\"region\": \"KZ-71\"").statusCode(200);

        asks(byIin())
                .statusCode(200)
                .body("held", equalTo(true))
                .body("learnerId", notNullValue())
                .body("numbers", hasSize(1))
                .body("enrolments.enrolment.reference", contains("E-1"))
                .body("enrolments[0].states.event", contains("enrolled", "corrected"))
                .body("enrolments[0].states.by.institution", contains(school, school))
                .body("enrolments[0].states[1].reason", equalTo("wrong row"));
    }

    @Test
    void the_answer_repeats_who_asked_and_the_reference_of_the_request() {
        asks("""
                {"person": {"iin": "%s"}, "requestedBy": "representative", "request": "IN-7"}""".formatted(iin)).body("requestedBy", equalTo("representative")).body("request", equalTo("IN-7"));
    }

    @Test
    void what_is_held_of_somebody_unknown_is_nothing() {
        asks(question("{\"iin\": \"%s\"}".formatted(People.iin())))
                .statusCode(200)
                .body("held", equalTo(false))
                .body("learnerId", nullValue())
                .body("enrolments", empty());
    }

    @Test
    void after_a_merge_either_number_leads_to_everything() {
        String byDocument = learner(question(document()), school());
        String surviving = asks(byIin()).extract().path("learnerId");
        office().body("""
                        {"absorbed": "%s", "surviving": "%s", "reason": "one person"}""".formatted(byDocument, surviving))
                .post("/v1/learner-merges")
                .then()
                .statusCode(201);

        asks(question(document()))
                .body("learnerId", equalTo(surviving))
                .body("numbers.learnerId", containsInAnyOrder(byDocument, surviving))
                .body("merges.absorbed", contains(byDocument))
                .body("enrolments", hasSize(2));
    }

    @Test
    void a_learner_id_finds_the_same_as_the_number() {
        String learner = asks(byIin()).extract().path("learnerId");

        asks(question("{\"learnerId\": \"%s\"}".formatted(learner)))
                .body("enrolments.enrolment.reference", contains("E-1"));
    }

    @Test
    void it_says_which_institution_has_read_an_enrolment() {
        String enrolment = asks(byIin()).extract().path("enrolments[0].enrolment.id");

        partner(school)
                .get("/v1/enrolments/" + enrolment.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200);

        await().untilAsserted(() -> asks(byIin())
                .body(
                        "readings.findAll { it.institution == '%s' }.action".formatted(school),
                        contains("GET /v1/enrolments/{id}")));
    }

    @Test
    void it_says_how_often_the_office_has_asked_before() {
        asks(byIin());

        await().untilAsserted(() -> asks(byIin()).body("readings.action", hasItem("POST /v1/person-records")));
    }

    @Test
    void no_number_is_in_the_answer() {
        assertThat(asks(byIin()).extract().asString()).doesNotContain(iin);
    }

    @Test
    void a_wrong_check_digit_is_refused() {
        String wrong = iin.substring(0, 11) + (iin.charAt(11) == '0' ? '1' : '0');

        asks(question("{\"iin\": \"%s\"}".formatted(wrong)))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/person/iin"));
    }

    @Test
    void a_question_names_the_person_and_who_asks() {
        asks("{}").statusCode(400).body("errors.pointer", containsInAnyOrder("/person", "/requestedBy"));
    }

    @Test
    void nobody_but_the_office_may_ask() {
        asks(partner(school), byIin()).statusCode(403);
        asks(auditor(), byIin()).statusCode(403);
        asks(anybody(), byIin()).statusCode(401);
    }

    private String byIin() {
        return question("{\"iin\": \"%s\"}".formatted(iin));
    }

    private String document() {
        return "{\"document\": {\"country\": \"KZ\", \"number\": \"%s\"}}".formatted(number);
    }

    private static String question(String person) {
        return "{\"person\": %s, \"requestedBy\": \"self\"}".formatted(person);
    }

    private static ValidatableResponse asks(String body) {
        return asks(office(), body);
    }

    private static ValidatableResponse asks(RequestSpecification caller, String body) {
        return caller.body(body).post("/v1/person-records").then();
    }

    /** The learner whom another school has enrolled by the document. */
    private String learner(String question, String other) {
        enrolled(other, enrolment("D-1", course, "").replace("{\"iin\": \"\"}", document()));
        return asks(question).extract().path("learnerId");
    }
}
