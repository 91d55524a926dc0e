package kz.qadam.progress.xapi;

import static io.restassured.RestAssured.given;
import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Neighbours.Enrolled;
import kz.qadam.progress.Partner;

/** A school with a Moodle, whose course 2 is AI-101 and whose course 5 is AI-102, and with an Open edX. */
record PlatformOfSchool(Partner school) {

    static final String MOODLE =
            """
            {"kind": "moodle", "homePages": ["%s"],
             "courses": [{"activity": "%s", "course": "AI-101"}, {"activity": "%s", "course": "AI-102"}],
             "notOurs": ["%s"]}
            """.formatted(Sent.MOODLE, Sent.moodleCourse(2), Sent.moodleCourse(5), Sent.moodleCourse(3));

    static final String OPENEDX = """
            {"kind": "openedx", "homePages": ["%s"], "courses": [{"activity": "%s", "course": "AI-101"}]}
            """.formatted(Sent.OPENEDX, Sent.openedxCourse("edX+DemoX+1"));

    static PlatformOfSchool open() {
        Neighbours.describeCatalogue();
        Neighbours.describeCourse("AI-102", 1, 36);
        var opened = new PlatformOfSchool(Partner.school());
        Neighbours.describeInstitution(opened.institution(), 1, "active");
        await().untilAsserted(() -> opened.saves("moodle", MOODLE).statusCode(201));
        opened.saves("mooc", OPENEDX).statusCode(201);
        return opened;
    }

    String institution() {
        return school.institution();
    }

    ValidatableResponse saves(String name, String profile) {
        return puts("/v1/platforms/" + institution() + "/" + name, profile);
    }

    ValidatableResponse replaces(String name, String profile) {
        return given().auth()
                .oauth2(Tokens.of("partner-admin", institution()))
                .contentType("application/json")
                .header("If-Match", "*")
                .body(profile)
                .put("/v1/platforms/" + institution() + "/" + name)
                .then();
    }

    ValidatableResponse puts(String path, String body) {
        return given().auth()
                .oauth2(Tokens.of("partner-admin", institution()))
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }

    /** A page as its administrator sees it. */
    String page(String path) {
        return given().auth()
                .oauth2(Tokens.of("partner-admin", institution()))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The administrator sends the form of a page. */
    ValidatableResponse form(String path, Map<String, String> form) {
        return given().auth()
                .oauth2(Tokens.of("partner-admin", institution()))
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path)
                .then();
    }

    /** Sends statements together. */
    List<String> sends(String... statements) {
        return school.post("/v1/xapi/statements", "[" + String.join(",", statements) + "]")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    ValidatableResponse links(String account, Enrolled to) {
        return links("moodle", account, to.reference(), "");
    }

    /** @param further members besides, such as {@code ,"replace":"always-wrong"} */
    ValidatableResponse links(String platform, String account, String enrolment, String further) {
        return school.post("/v1/account-links", """
                {"platform":"%s","account":"%s","enrolment":"%s"%s}
                """.formatted(platform, account, enrolment, further));
    }

    /** Enrols somebody, and waits until progress-service knows of it. */
    Enrolled hasEnrolled(String reference, UUID learner, String course) {
        Enrolled enrolled = school.enrols(reference, learner, "pupils", course);
        await().untilAsserted(() -> assertThat(
                        count("select count(*) from enrolment where id = '%s'".formatted(enrolled.id())))
                .isEqualTo(1));
        return enrolled;
    }

    /** The same under {@code E-1}, in AI-101, with the account {@code 17}. */
    Enrolled hasLinked(UUID learner) {
        Enrolled enrolled = hasEnrolled("E-1", learner, "AI-101");
        links("17", enrolled).statusCode(201);
        return enrolled;
    }

    /** The days of the completions under an enrolment that are accepted. */
    List<String> accepted(Enrolled enrolled) {
        return given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/v1/completions?status=accepted&institution=" + institution())
                .then()
                .extract()
                .jsonPath()
                .getList("items.findAll { it.enrolmentId == '%s' }.completedOn".formatted(enrolled.id()));
    }

    /** States, or reasons, of all statements about courses, in the order of their times. */
    List<String> outcomes() {
        return school.get("/v1/statement-outcomes")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.sort { it.at }.collect { it.because == null ? it.state : it.because }");
    }
}
