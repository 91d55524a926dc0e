package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.school;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import kz.qadam.enrolment.Caller;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sandbox, in which people may forget whose data they try with. */
@QuarkusTest
@TestProfile(SyntheticNumbersTest.Sandbox.class)
@QuarkusTestResource(QadamBackends.class)
class SyntheticNumbersTest {

    /** As {@code deploy/up --sandbox} and {@code --demo} start the service. */
    public static class Sandbox implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("qadam.vault.synthetic-only", "true");
        }
    }

    /** Born on 31 December 2099: of a century in which people live, and yet nobody has it. */
    private static final String AS_OF_TODAY = "991231500016";

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    @Test
    void a_number_that_somebody_may_have_is_not_taken_in() {
        enrol(AS_OF_TODAY)
                .statusCode(422)
                .body("errors.pointer", contains("/learner/iin"))
                .body("errors.code", contains("not-synthetic"));
    }

    @Test
    void a_document_is_not_taken_in() {
        Caller.enrol(school, """
                        {"reference": "E-1", "course": "%s", "cohort": "pupils", "enrolledOn": "2026-02-01",
                         "learner": {"document": {"country": "KZ", "number": "N12345678"}}}""".formatted(course))
                .statusCode(422)
                .body("errors.pointer", contains("/learner/document/number"))
                .body("errors.code", contains("not-synthetic"));
    }

    @Test
    void a_number_of_somebody_born_before_1900_is() {
        enrol(People.iin()).statusCode(201);
    }

    private ValidatableResponse enrol(String iin) {
        return Caller.enrol(school, enrolment("E-1", course, iin));
    }
}
