package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.correction;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.post;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.withdraws;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class HistoryTest {

    private String school;
    private String sent;
    private String id;

    @BeforeEach
    void enrol_somebody() {
        school = school();
        sent = enrolment("E-1", course(), People.iin());
        id = enrolled(school, sent);
    }

    private ValidatableResponse history(RequestSpecification reader) {
        return reader.get("/v1/enrolments/" + id + "/history").then();
    }

    @Test
    void what_was_never_changed_has_one_state() {
        history(partner(school))
                .statusCode(200)
                .body("states", hasSize(1))
                .body("states[0].event", equalTo("enrolled"))
                .body("states[0].by.role", equalTo("partner"))
                .body("states[0].by.institution", equalTo(school))
                .body("states[0].reason", nullValue());
    }

    private void withdrawAndCorrectTwice() {
        withdraws(school, "E-1", "2026-04-01").statusCode(201);
        office().body(correction("E-1", "\"region\": \"KZ-71\", \"institution\": \"" + school + "\""))
                .post("/v1/enrolment-corrections")
                .then()
                .statusCode(200);
        post(school, "enrolment-corrections", """
                {"enrolment": "E-1", "cohort": "students", "reason": "no pupil"}""").statusCode(200);
    }

    @Test
    void every_state_stays_with_who_made_it_when_and_why() {
        withdrawAndCorrectTwice();

        history(partner(school))
                .body("states.version", contains(1, 2, 3, 4))
                .body("states.event", contains("enrolled", "withdrawn", "corrected", "corrected"))
                .body("states.region", contains("KZ-75", "KZ-75", "KZ-71", "KZ-71"))
                .body("states.cohort", contains("pupils", "pupils", "pupils", "students"))
                .body("states.withdrawnOn", contains(null, "2026-04-01", "2026-04-01", "2026-04-01"))
                .body("states.reason", contains(null, "moved away", "wrong row", "no pupil"))
                .body("states.by.role", contains("partner", "partner", "office", "partner"))
                .body("states[2].by.institution", nullValue())
                .body("states.recordedAt", everyItem(notNullValue()));
    }

    @Test
    void a_history_is_walked_page_by_page() {
        withdrawAndCorrectTwice();
        String path = "/v1/enrolments/" + id + "/history?limit=3";

        partner(school)
                .get(path)
                .then()
                .body("states.version", contains(1, 2, 3))
                .header("Link", containsString("cursor=3"));
        partner(school)
                .get(path + "&cursor=3")
                .then()
                .body("states.version", contains(4))
                .header("Link", nullValue());
    }

    @Test
    void a_cursor_that_is_no_version_is_refused() {
        partner(school).get("/v1/enrolments/" + id + "/history?cursor=x").then().statusCode(400);
    }

    @Test
    void states_that_came_and_went_within_one_file_stay_too() {
        partner(school)
                .contentType("application/x-ndjson")
                .body("""
                        {"enrolment": "E-1", "region": "KZ-71", "reason": "a"}
                        {"enrolment": "E-1", "region": "KZ-75", "reason": "b"}
                        """)
                .post("/v1/enrolment-corrections/batch")
                .then()
                .body("accepted", equalTo(2));

        history(partner(school))
                .body("states.region", contains("KZ-75", "KZ-71", "KZ-75"))
                .body("states.reason", contains(null, "a", "b"));
    }

    @Test
    void any_of_its_contents_sent_again_is_still_the_same() {
        corrects(school, "E-1", "\"region\": \"KZ-71\"").statusCode(200);
        corrects(school, "E-1", "\"region\": \"KZ-39\"").statusCode(200);
        withdraws(school, "E-1", "2026-04-01").statusCode(201);

        for (String content : List.of(
                sent,
                sent.replace("\"cohort\"", "\"region\": \"KZ-71\", \"cohort\""),
                sent.replace("\"cohort\"", "\"region\": \"KZ-39\", \"cohort\""))) {
            enrol(school, content).statusCode(200).body("version", equalTo(4));
        }
    }

    @Test
    void the_auditor_and_the_office_read_it_and_another_institution_does_not() {
        history(auditor()).statusCode(200);
        history(office()).statusCode(200);
        history(partner(school())).statusCode(404);
    }
}
