package kz.qadam.enrolment.merges;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;

import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.enrolment.People;
import org.junit.jupiter.api.BeforeEach;

/** One person is two learners: enrolled at one school by a document, and at another by an IIN. */
abstract class OnePersonEnrolledTwice {

    final String iin = People.iin();
    final String number = "N" + iin.substring(2);
    String course;
    String school;
    String other;
    String byDocument;
    String byIin;

    @BeforeEach
    void enrol_one_person_by_a_document_and_by_an_iin() {
        course = course();
        school = school();
        other = school();
        byDocument = learner(enrol(school, document("D-1")));
        byIin = learner(enrol(other, enrolment("I-1", course, iin)));
    }

    String document(String reference) {
        return enrolment(reference, course, "")
                .replace("{\"iin\": \"\"}", "{\"document\": {\"country\": \"KZ\", \"number\": \"" + number + "\"}}");
    }

    static String learner(ValidatableResponse enrolled) {
        return enrolled.statusCode(201).extract().path("learnerId");
    }

    static ValidatableResponse merge(String absorbed, String surviving) {
        return merge("", absorbed, surviving, "one person");
    }

    static ValidatableResponse merge(String query, String absorbed, String surviving, String reason) {
        return office().body("""
                {"absorbed": "%s", "surviving": "%s", "reason": "%s"}\
                """.formatted(absorbed, surviving, reason))
                .post("/v1/learner-merges" + query)
                .then();
    }

    static ValidatableResponse split(String absorbed, String surviving, String... enrolments) {
        return splitting("", absorbed, surviving, "two people", enrolments);
    }

    static ValidatableResponse splitting(
            String query, String absorbed, String surviving, String reason, String... enrolments) {
        String named = Stream.of(enrolments).map("\"%s\""::formatted).collect(Collectors.joining(", "));
        return office().body("""
                {"absorbed": "%s", "surviving": "%s", "enrolments": [%s], "reason": "%s"}\
                """.formatted(absorbed, surviving, named, reason))
                .post("/v1/learner-splits" + query)
                .then();
    }

    static String enrolmentOf(String institution, String reference) {
        return partner(institution)
                .get("/v1/enrolments?reference=" + reference)
                .then()
                .extract()
                .path("items[0].id");
    }

    static String learnerOf(String institution, String reference) {
        return partner(institution)
                .get("/v1/enrolments?reference=" + reference)
                .then()
                .extract()
                .path("items[0].learnerId");
    }

    String somebodyElse() {
        return learner(enrol(school, enrolment("T-1", course, People.iin())));
    }
}
