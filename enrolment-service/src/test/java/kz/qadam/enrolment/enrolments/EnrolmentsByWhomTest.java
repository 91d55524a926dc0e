package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.put;
import static kz.qadam.enrolment.Caller.school;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentsByWhomTest {

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    @Test
    void only_an_active_institution_enrols() {
        school = school("suspended", "null");

        enrol(school, enrolment("E-1", course, People.iin()))
                .statusCode(422)
                .body("errors.code", contains("institution-suspended"));
    }

    @Test
    void an_institution_that_is_not_active_reads_nothing_either() {
        String id = enrolled(school, enrolment("E-1", course, People.iin()));
        List<String> places = List.of(
                "/v1/enrolments",
                "/v1/enrolments/" + id,
                "/v1/enrolments/" + id + "/history",
                "/v1/enrolment-imports",
                "/v1/enrolments/template.csv");
        places.forEach(place -> partner(school).get(place).then().statusCode(200));

        put("/v1/institutions/" + school, "*", institution("closed", "null")).statusCode(200);

        await().untilAsserted(() -> places.forEach(place -> partner(school)
                .get(place)
                .then()
                .statusCode(403)
                .body("detail", startsWith("The institution of your token is suspended or closed."))));
        partner(school()).get("/v1/enrolments").then().statusCode(200);
        auditor().get("/v1/enrolments/" + id).then().statusCode(200);
    }

    @Test
    void the_institution_that_the_office_leaves_out_is_the_first_of_what_is_missing() {
        office().body("{}")
                .post("/v1/withdrawals")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/institution", "/enrolment", "/on"));
    }

    @Test
    void an_institution_that_the_catalogue_does_not_have_enrols_nobody() {
        school = "nowhere";

        enrol(school, enrolment("E-1", course, People.iin()))
                .statusCode(422)
                .body("errors.code", contains("unknown-institution"));
    }

    @Test
    void a_partner_enrols_for_its_own_institution_only() {
        enrol(
                        school(),
                        enrolment("E-2", course, People.iin())
                                .replace("{\"ref", "{\"institution\": \"" + school + "\", \"ref"))
                .statusCode(403)
                .body("type", containsString("not-yours"));
    }

    @Test
    void a_partner_sees_no_enrolment_of_another_institution_and_the_auditor_sees_all() {
        String other = school();
        String id = enrolled(school, enrolment("E-1", course, People.iin()));

        partner(other).get("/v1/enrolments/" + id).then().statusCode(404);
        partner(other).get("/v1/enrolments?institution=" + school).then().statusCode(403);
        partner(other).get("/v1/enrolments").then().body("items", hasSize(0));
        auditor().get("/v1/enrolments/" + id).then().statusCode(200);
    }

    @Test
    void the_office_names_the_institution_that_it_acts_for() {
        office().body(enrolment("E-1", course, People.iin())
                        .replace("{\"ref", "{\"institution\": \"" + school + "\", \"ref"))
                .post("/v1/enrolments")
                .then()
                .statusCode(201)
                .body("institution", equalTo(school));
    }

    @Test
    void the_office_enrols_for_no_institution_that_it_does_not_name() {
        office().body(enrolment("E-1", course, People.iin()))
                .post("/v1/enrolments")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/institution"));
    }

    @Test
    void who_may_not_enrol_is_refused_before_the_content_is_read() {
        anybody().body("{").post("/v1/enrolments").then().statusCode(401);
        auditor().body("{").post("/v1/enrolments").then().statusCode(403);
        anybody()
                .auth()
                .oauth2(Tokens.expired("partner", school))
                .body("{")
                .post("/v1/enrolments")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/enrolments", "/v1/withdrawals", "/v1/enrolments/batch"})
    void a_partner_whose_token_names_no_institution_is_refused_before_the_content_is_read(String path) {
        anybody()
                .auth()
                .oauth2(Tokens.unusual().ofPartnerWithoutInstitution())
                .body("{")
                .post(path + "?dryRun=ture")
                .then()
                .statusCode(403)
                .body("type", containsString("forbidden"));
    }

    @Test
    void what_is_no_json_is_refused() {
        enrol(school, "{").statusCode(400).body("errors.code", contains("malformed"));
    }
}
