package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import kz.qadam.local.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Who did what in the three services, as an auditor reads it. */
@OnSuite
class TrailIT {

    private final Qadam qadam;
    private Institution school;

    TrailIT(Qadam qadam) {
        this.qadam = qadam;
    }

    @BeforeEach
    void open() {
        school = qadam.office().opens("school", "KZ-75");
    }

    @Test
    void an_auditor_sees_what_a_partner_has_sent_to_each_service() throws IOException {
        Completion completion =
                Enrolment.of(school, qadam.office().offers(36), "pupils").completed(0);
        Partner partner = qadam.partner(school);
        partner.enrols(completion.enrolment());
        partner.completes(completion);

        assertThat(entries(Service.ENROLMENT, "/v1/enrolment-trail"))
                .extracting("kind", "action", "outcome")
                .containsExactly(tuple("write", "POST /v1/enrolments", "done"));
        assertThat(entries(Service.PROGRESS, "/v1/completion-trail"))
                .extracting("kind", "action", "outcome")
                .containsExactly(tuple("write", "POST /v1/completions", "done"));
    }

    @Test
    void an_auditor_sees_what_a_partner_was_denied_and_what_it_has_read() throws IOException {
        RequestSpecification partner = qadam.bearer(Service.REPORTING, qadam.tokenOf(school));
        partner.get("/v1/audit/evidence?cohort=pupils").then().statusCode(403);
        qadam.bearer(Service.ENROLMENT, qadam.tokenOf(school))
                .get("/v1/enrolments")
                .then()
                .statusCode(200);

        soon().untilAsserted(() -> assertThat(entries(Service.REPORTING, "/v1/audit/trail"))
                .extracting("kind", "action", "outcome")
                .containsExactly(tuple("denial", "GET /v1/audit/evidence", "forbidden")));
        soon().untilAsserted(() -> assertThat(entries(Service.ENROLMENT, "/v1/enrolment-trail"))
                .extracting("kind", "asked")
                .containsExactly(tuple("read", "/v1/enrolments")));
    }

    @Test
    void an_auditor_reads_the_trail_on_a_page_without_a_script() throws IOException {
        qadam.partner(school).enrols(Enrolment.of(school, qadam.office().offers(36), "pupils"));

        try (var browser = new Browser()) {
            browser.withoutScripts();
            browser.authorize(qadam.tokenOf("auditor"));
            browser.open(qadam.address(Service.ENROLMENT) + "/enrolment-trail?lang=en");
            browser.follow(() -> browser.element("#institution").sendKeys(school.code() + Keys.ENTER));

            browser.await("#rows tr");
            assertThat(browser.texts("#rows [data-cell=action]")).containsExactly("POST /v1/enrolments");
            assertThat(browser.texts("#rows [data-cell=institution]")).containsExactly(school.code());
            assertThat(browser.texts("#rows [data-cell=kind]")).containsExactly("Write");
        }
    }

    @Test
    void the_trail_is_saved_as_a_table_and_looked_at_on_a_phone_and_on_a_desk() throws IOException {
        qadam.partner(school).enrols(Enrolment.of(school, qadam.office().offers(36), "pupils"));

        try (var browser = new Browser()) {
            browser.authorize(qadam.tokenOf("auditor"));
            browser.open(
                    qadam.address(Service.ENROLMENT) + "/enrolment-trail?lang=ru&from=&institution=" + school.code());
            browser.look("trail", "ru");
            browser.element("#save").click();

            assertThat(Files.readString(browser.saved("trail.csv"))).contains("POST /v1/enrolments", school.code());
            browser.follow("#show");
            assertThat(browser.shows("tbody")).isTrue();
        }
    }

    @Test
    void a_question_that_cannot_be_read_is_explained_at_its_field() throws IOException {
        try (var browser = new Browser()) {
            browser.authorize(qadam.tokenOf("auditor"));
            browser.open(qadam.address(Service.ENROLMENT) + "/enrolment-trail?lang=en");

            browser.follow(() -> browser.element("#key").sendKeys("none" + Keys.ENTER));

            browser.await(".problem a[href='#key']");
            assertThat(browser.texts("title"))
                    .allSatisfy(title -> assertThat(title).startsWith("Error: "));
            assertThat(browser.element("#key").getDomProperty("value")).isEqualTo("none");
        }
    }

    /** The entries of the school, as a service shows them to an auditor. */
    private List<Map<String, Object>> entries(Service service, String path) throws IOException {
        return qadam.bearer(service, qadam.tokenOf("auditor"))
                .queryParam("institution", school.code())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }
}
