package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static kz.qadam.system.Qadam.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page on which the office answers a person who asks what is held, in a browser. */
@OnSuite
class PersonRecordsIT {

    private final Browser browser = new Browser();
    private final Qadam qadam;
    private final PersonRecordsPage page;
    private final Institution school;
    private final Enrolment enrolment;
    private final Completion completion;

    PersonRecordsIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        this.page = new PersonRecordsPage(browser, qadam.front().toString());
        this.school = qadam.office().opens("school", "KZ-75");
        this.enrolment = Enrolment.of(school, qadam.office().offers(36), "pupils");
        this.completion = enrolment.completed(0);
        qadam.partner(school).enrols(enrolment);
        qadam.partner(school).completes(completion);
        browser.authorize(qadam.tokenOf("office"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void the_office_answers_a_person_with_what_all_three_services_hold() throws IOException {
        awaitTrained();
        readAsAuditor();
        readAsOffice();

        page.open("en").ask(enrolment.iin());

        assertThat(page.answer())
                .contains("enrolled on 2026-01-05", school.code(), enrolment.reference(), completion.reference())
                .contains("pupils: trained on 2026-01-10", "had your record", "/v1/audit/evidence?cohort=pupils")
                .contains("POST /v1/person-records");
        assertThat(browser.address()).doesNotContain(enrolment.iin());
        assertThat(browser.element("body").getText()).doesNotContain(enrolment.iin());
        assertThat(browser.objections()).isEmpty();

        page.answerIn("kk");
        assertThat(page.answer()).contains("Qadam сіз туралы не сақтайды", "есептеледі");
        assertThat(browser.element("#answer").getDomAttribute("lang")).isEqualTo("kk");

        browser.element("#download").click();
        Path saved = browser.saved("person-record.json");
        assertThat(Files.readString(saved)).contains(completion.reference(), "\"readings\"");

        browser.picture("person-records");
        browser.showPrinted();
        assertThat(browser.hasOnPaper("#answer table")).isTrue();
        assertThat(browser.hasOnPaper("#question")).isFalse();
        assertThat(browser.hasOnPaper(".correcting")).isFalse();
        browser.picture("person-records-printed");
    }

    @Test
    void the_office_corrects_an_enrolment_from_there() throws IOException {
        page.open("ru").ask(enrolment.iin());

        page.correct("region", "KZ-71", "переехал");

        soon().untilAsserted(() -> assertThat(page.answer()).contains("KZ-71", "исправлено", "переехал"));
    }

    @Test
    void the_answer_leads_to_what_can_be_done_about_the_person() throws IOException {
        page.open("en").ask(enrolment.iin());

        browser.element("#page").click();

        browser.await("#learner");
        assertThat(browser.element("#learner").getText())
                .isEqualTo(qadam.partner(school).learnerOf(enrolment.reference()));
    }

    @Test
    void of_somebody_who_is_not_known_nothing_is_held() throws IOException {
        page.open("en").ask(Iins.next());

        assertThat(page.answer()).contains("Nothing is held under this number.");
    }

    private void awaitTrained() {
        soon().untilAsserted(() -> assertThat(given().spec(qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor")))
                        .get("/v1/audit/evidence?cohort=pupils&limit=1000&institution=" + school.code())
                        .jsonPath()
                        .getList("items"))
                .hasSize(1));
    }

    /** Until the trail has an earlier request: it is written behind the answer. */
    private void readAsOffice() throws IOException {
        String token = qadam.tokenOf("office");
        soon().untilAsserted(() -> assertThat(given().spec(qadam.bearer(Service.ENROLMENT, token))
                        .contentType("application/json")
                        .body("""
                                {"person": {"iin": "%s"}, "requestedBy": "self"}\
                                """.formatted(enrolment.iin()))
                        .post("/v1/person-records")
                        .jsonPath()
                        .getList("readings"))
                .isNotEmpty());
    }

    private void readAsAuditor() throws IOException {
        given().spec(qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor")))
                .get("/v1/audit/evidence?cohort=pupils&institution=" + school.code())
                .then()
                .statusCode(200);
    }
}
