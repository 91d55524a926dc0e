package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.UUID;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LearnerIdentityTest {

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    @Test
    void one_person_is_one_learner_at_every_institution() {
        String iin = People.iin();
        String learner = enrol(school, enrolment("E-1", course, iin)).extract().path("learnerId");

        enrol(school(), enrolment("E-1", course, iin)).body("learnerId", equalTo(learner));
    }

    @Test
    void a_learner_may_be_named_by_the_learner_id() {
        String iin = People.iin();
        String learner = enrol(school, enrolment("E-1", course, iin)).extract().path("learnerId");

        enrol(school, named("E-2", learner)).statusCode(201).body("learnerId", equalTo(learner));
    }

    private String named(String reference, String learner) {
        return enrolment(reference, course, "").replace("{\"iin\": \"\"}", "{\"learnerId\": \"" + learner + "\"}");
    }

    private String learnerOfAnotherSchool() {
        return enrol(school(), enrolment("E-1", course, People.iin())).extract().path("learnerId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dryRun=true"})
    void a_learner_of_another_institution_does_not_exist_for_a_partner(String query) {
        String unknown = UUID.randomUUID().toString();
        String foreign = learnerOfAnotherSchool();

        String answer = partner(school)
                .body(named("E-1", foreign))
                .post("/v1/enrolments" + query)
                .then()
                .statusCode(422)
                .body("errors.code", contains("unknown-learner"))
                .extract()
                .asString();

        partner(school)
                .body(named("E-1", unknown))
                .post("/v1/enrolments" + query)
                .then()
                .statusCode(422)
                .body(equalTo(answer.replace(foreign, unknown)));
    }

    @Test
    void a_batch_rejects_the_learner_of_another_institution_alone() {
        String own =
                enrol(school, enrolment("E-1", course, People.iin())).extract().path("learnerId");

        partner(school)
                .body("[" + named("E-2", own) + "," + named("E-3", learnerOfAnotherSchool()) + "]")
                .post("/v1/enrolments/batch")
                .then()
                .statusCode(207)
                .body("results.status", contains("accepted", "rejected"));
    }

    @Test
    void the_office_may_name_a_learner_of_any_institution() {
        String learner = learnerOfAnotherSchool();

        office().body(named("E-1", learner).replace("{\"ref", "{\"institution\": \"" + school + "\", \"ref"))
                .post("/v1/enrolments")
                .then()
                .statusCode(201)
                .body("learnerId", equalTo(learner));
    }

    private String withDocument(String reference, String country, String number) {
        return enrolment(reference, course, "").replace("\"iin\": \"\"", """
                "document": {"country": "%s", "number": "%s"}""".formatted(country, number));
    }

    private String learnerWithDocument(String country, String number) {
        return enrol(school, withDocument("E-1", country, number))
                .statusCode(201)
                .extract()
                .path("learnerId");
    }

    @Test
    void a_document_is_the_same_however_it_is_written() {
        String learner = learnerWithDocument("UZ", "aa 12-345 67");

        enrol(school, withDocument("E-1", "UZ", "AA1234567")).statusCode(200).body("learnerId", equalTo(learner));
    }

    @Test
    void another_document_under_one_reference_is_a_conflict() {
        learnerWithDocument("UZ", "AB1234567");

        enrol(school, withDocument("E-1", "UZ", "AB1234568")).statusCode(409);
    }

    @Test
    void one_document_is_one_learner_at_every_institution() {
        String number = "PS" + People.iin().substring(3);
        String learner = learnerWithDocument("KG", number);
        String other = school();

        enrol(other, withDocument("E-1", "kg", number.toLowerCase(Locale.ROOT) + " "))
                .body("learnerId", equalTo(learner));
        enrol(other, withDocument("E-2", "KG", fullWidth(number))).body("learnerId", equalTo(learner));
    }

    @Test
    void the_same_number_of_another_country_is_another_learner() {
        String number = "PS" + People.iin().substring(3);
        String learner = learnerWithDocument("KG", number);

        enrol(school, withDocument("E-3", "UZ", number)).body("learnerId", not(equalTo(learner)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"iin\": \"991231100011\"}|422|/learner/iin|check-digit",
                "{\"iin\": \"９９１２３１１０００１０\"}|400|/learner/iin|iin",
                "{\"iin\": \"99123110001\"}|400|/learner/iin|iin",
                "{\"iin\": 991231100010}|400|/learner/iin|wrong-type",
                "{\"document\": {\"country\": \"ZZ\", \"number\": \"1\"}}|400|/learner/document/country|country",
                "{\"document\": {\"country\": \"UZ\", \"number\": \"/\"}}|400|/learner/document/number|document-number",
                "{\"document\": {\"country\": \"KZ\", \"number\": \"991231100010\"}}|422|/learner/document/number|looks-like-iin",
                "{\"document\": {\"country\": \"KZ\", \"number\": \"9912 3110 0010\"}}|422|/learner/document/number|looks-like-iin",
                "{\"document\": {\"country\": \"RU\", \"number\": \"АB123456\"}}|422|/learner/document/number|mixed-alphabets",
                "{\"learnerId\": \"4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10\"}|422|/learner/learnerId|unknown-learner",
                "{}|400|/learner|one-identity",
                "{\"iin\": \"991231100010\", \"learnerId\": \"4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10\"}|400|/learner|one-identity",
            })
    void exactly_one_right_identity_is_needed(String learner, int status, String pointer, String code) {
        String body = enrolment("E-1", course, "").replace("{\"iin\": \"\"}", learner);

        enrol(school, body)
                .statusCode(status)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    /** As a keyboard for Chinese writes it. */
    private static String fullWidth(String text) {
        return text.codePoints()
                .map(c -> c - '!' + '！')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
