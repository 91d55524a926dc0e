package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page on which the office answers a person who asks what is held, in a browser. */
@OnSuite
@Tag("pages")
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
                .contains("enrolled on 5 January 2026", school.code(), enrolment.reference(), completion.reference())
                .contains("pupils: trained on 10 January 2026", "had your record", "/v1/audit/evidence?cohort=pupils")
                .contains("POST /v1/person-records");
        assertThat(browser.address()).doesNotContain(enrolment.iin());
        assertThat(browser.element("body").getText()).doesNotContain(enrolment.iin());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_answer_is_printed_in_its_own_language() throws IOException {
        awaitTrained();

        page.open("en").answerIn("kk").ask(enrolment.iin());

        assertThat(page.answer()).contains("Qadam сіз туралы не сақтайды", "Есепке алынады", "Correct or revoke");
        assertThat(browser.element("#answer").getDomAttribute("lang")).isEqualTo("kk");
        browser.showPrinted();
        assertThat(browser.hasOnPaper("#answer table")).isTrue();
        for (String onScreen : List.of("h1", ".pages", "#save", ".correct-enrolment", ".correct-completion")) {
            assertThat(browser.hasOnPaper(onScreen)).as(onScreen).isFalse();
        }
        browser.picture("person-records-printed");
    }

    @Test
    void what_each_service_holds_is_saved() throws IOException {
        awaitTrained();
        readAsAuditor();
        page.open("en").ask(enrolment.iin());

        browser.element("#save").click();
        browser.element("#save-completions").click();
        browser.element("#save-readings").click();

        assertThat(Files.readString(browser.saved("person-record.json"))).contains(enrolment.reference());
        assertThat(Files.readString(browser.saved("learner-records.json"))).contains(completion.reference());
        assertThat(Files.readString(browser.saved("learner-readings.json"))).contains("/v1/audit/evidence");
    }

    @Test
    void without_a_script_the_parts_of_others_are_pages() throws IOException {
        awaitTrained();
        browser.withoutScripts();
        browser.open(qadam.front() + "/person-records?lang=en");
        browser.element("[name='person.iin']").sendKeys(enrolment.iin());
        browser.follow("#show");

        browser.await("#answer-title");
        assertThat(page.answer()).contains(enrolment.reference());
        String completions = browser.element("#learner-records").getDomAttribute("href");
        String readings = browser.element("#learner-readings").getDomAttribute("href");
        browser.open(qadam.front() + completions);
        browser.await("#save-completions");
        assertThat(browser.element("#content").getText()).contains(completion.reference());
        browser.open(qadam.front() + readings);
        browser.await("#save-readings");
    }

    @Test
    void a_part_that_does_not_come_is_missing_on_the_screen_and_on_paper() throws IOException {
        // No other service answers there.
        new PersonRecordsPage(browser, qadam.address(Service.ENROLMENT).toString())
                .open("en")
                .answerIn("ru")
                .ask(enrolment.iin());

        assertThat(page.answer())
                .contains(enrolment.reference())
                .contains("Этот ответ неполон: нет того, что хранит служба завершений.")
                .contains("Этот ответ неполон: нет того, что хранит служба отчётов.", "Повторить");
        browser.showPrinted();
        assertThat(browser.hasOnPaper("#answer .missing")).isTrue();
        assertThat(browser.hasOnPaper("#answer .missing + .row")).isFalse();
    }

    @Test
    void the_office_corrects_an_enrolment_and_a_completion_from_there() throws IOException {
        awaitTrained();
        page.open("ru").ask(enrolment.iin());

        browser.follow(".correct-enrolment");
        browser.await("#check");
        browser.element("#region option[value='KZ-71']").click();
        browser.element("#reason").sendKeys("переехал");
        browser.follow("#check");
        browser.follow("#confirm");
        browser.follow("#person");
        browser.follow("#record");
        browser.follow("#show");
        soon().untilAsserted(
                        () -> assertThat(page.answer()).contains("KZ-71", "исправлено", "переехал", "офис программы"));
        awaitRegionOfCompletion();

        browser.follow(".correct-completion");
        browser.await("#correct-reason").element("#correct-completedOn").clear();
        browser.element("#correct-completedOn").sendKeys("11.01.2026");
        browser.element("#correct-reason").sendKeys("день был другой");
        browser.follow("#check-correction");
        browser.follow("#confirm");
        soon().untilAsserted(
                        () -> assertThat(browser.element("#history").getText()).contains("день был другой"));
    }

    @Test
    void the_pages_are_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        awaitTrained();
        readAsAuditor();
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            page.open(language);
            browser.look("person-records-form", language);
            browser.element("[name='person.iin']").sendKeys("991231100011");
            browser.follow("#show");
            browser.await(".problem");
            browser.look("person-records-refused", language);
            page.open(language).ask(enrolment.iin());
            browser.look("person-records", language);
            String completions = browser.element("#save-completions").getDomAttribute("href");
            String learner = completions.split("/", -1)[2];
            browser.open(qadam.front() + "/learner-records/" + learner + "?lang=" + language);
            browser.look("learner-records", language);
            browser.open(qadam.front() + "/learner-readings/" + learner + "?lang=" + language);
            browser.look("learner-readings", language);
            page.open(language).ask(enrolment.iin());
            browser.follow(".correct-enrolment");
            browser.await("#withdrawal").element("#enrolledOn").clear();
            browser.element("#enrolledOn").sendKeys("04.01.2026");
            browser.element("#reason").sendKeys("typed");
            browser.look("enrolment-records", language);
            browser.follow("#check");
            browser.await("#confirm");
            browser.look("enrolment-records-would-do", language);
        }
    }

    @Test
    void the_answer_leads_to_what_can_be_done_about_the_person() throws IOException {
        page.open("en").ask(enrolment.iin());

        browser.follow("#page");

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

    /** Until the completion has followed its enrolment: it is another version then, and only the newest is corrected. */
    private void awaitRegionOfCompletion() throws IOException {
        var partner = qadam.bearer(Service.PROGRESS, qadam.tokenOf(school));
        String id = partner.get("/v1/completions?reference=" + completion.reference())
                .path("items[0].id");
        soon().untilAsserted(() -> assertThat(given().spec(partner)
                        .get("/v1/completions/" + id + "/history")
                        .jsonPath()
                        .getString("states[-1].region"))
                .isEqualTo("KZ-71"));
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
