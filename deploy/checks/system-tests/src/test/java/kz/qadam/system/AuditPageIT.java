package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page on which an auditor takes a figure apart, in a browser. */
@OnOtherSuite(SuiteKind.DEMO)
@Tag("pages")
class AuditPageIT {

    private final Browser browser = new Browser();
    private final Qadam qadam;
    private final AuditPage page;

    AuditPageIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        page = new AuditPage(browser, qadam.address(Service.REPORTING).toString());
        browser.authorize(qadam.tokenOf("auditor"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_figure_unfolds_into_its_records_and_a_record_into_its_events_without_a_script() throws IOException {
        browser.withoutScripts();
        page.open("lang=en&cohort=students").awaitRecords();

        long trained = qadam.exact("/v1/progress/students").getLong("trained");
        assertThat(page.figure()).isEqualTo(trained).isGreaterThan(50);
        assertThat(page.stage("trained")).isEqualTo(trained);
        assertThat(page.stage("known"))
                .isEqualTo(
                        page.stage("accepted") + page.stage("refused") + page.stage("revoked") + page.stage("pending"));
        assertThat(page.records()).isEqualTo(50);
        assertThat(page.firstEvent()).contains("\"kz.qadam.learner.trained.v1\"", "\"offset\"");
    }

    @Test
    void the_next_records_are_of_the_same_point_in_time() {
        page.open("lang=en&cohort=students").awaitRecords();
        String known = page.known();
        List<String> first = browser.texts("#rows [data-cell=reference]");

        page.follow("more");

        assertThat(page.known()).isEqualTo(known);
        assertThat(browser.texts("#rows [data-cell=reference]")).isNotEmpty().doesNotContainAnyElementsOf(first);
        page.follow("first");
        assertThat(browser.texts("#rows [data-cell=reference]")).isEqualTo(first);
    }

    @Test
    void what_is_left_out_says_why_and_is_passed_on_by_the_address() {
        page.open("lang=ru&cohort=pupils").awaitRecords();

        browser.tabTo("excluded").sendKeys(Keys.SPACE);
        browser.followByKeyboard("unfold");
        assertThat(browser.element("#figure-what").getText()).contains("не учтено");

        assertThat(browser.address()).contains("cohort=pupils", "excluded=true");
        soon().until(() -> "figure-title".equals(browser.focused().getDomAttribute("id")));
        assertThat(page.why())
                .isNotEmpty()
                .allSatisfy(why -> assertThat(why).isNotBlank().doesNotContain("requirement", "because"));
        browser.follow("a[hreflang=en]");
        assertThat(browser.element("#figure-what").getText()).contains("records left out: ");
    }

    @Test
    void a_figure_is_counted_again_by_a_button_that_leads_to_all_recounts() throws IOException {
        page.open("lang=en&cohort=pupils").awaitRecords();

        browser.tabTo("recount").sendKeys(Keys.ENTER);
        browser.await("[data-recount]");

        assertThat(browser.texts("[data-recount] td").get(0)).contains("pupils · asked for");
        String recount = browser.element("[data-recount]").getDomAttribute("data-recount");
        soon().untilAsserted(() -> assertThat(qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor"))
                        .get("/v1/audit/recounts/" + recount)
                        .jsonPath()
                        .getMap(""))
                .containsEntry("matches", true));
    }

    @Test
    void a_question_that_cannot_be_read_is_explained_at_its_field() {
        page.open("lang=en&cohort=pupils").awaitRecords();

        browser.follow(() -> browser.element("#asOf").sendKeys("yesterday" + Keys.ENTER));

        browser.await(".problem a[href='#asOf']");
        assertThat(browser.texts("title")).allSatisfy(title -> assertThat(title).startsWith("Error: "));
        assertThat(browser.element("#asOf").getDomProperty("value")).isEqualTo("yesterday");
        soon().until(() -> "problem".equals(browser.focused().getDomAttribute("class")));
    }

    @Test
    void it_is_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            page.open("lang=" + language);
            browser.look("audit-empty", language);
            page.open("lang=" + language + "&cohort=pupils&region=KZ-75")
                    .awaitRecords()
                    .unfoldEvents();
            browser.look("audit", language);
            browser.element("#rows [data-event] a").click();
            browser.await("#event");
            browser.look("event", language);
            page.open("lang=" + language + "&cohort=pupils&asOf=2999-01-01");
            browser.look("audit-fault", language);
        }
        browser.beWide(320);
        page.open("lang=kk&cohort=pupils&region=KZ-75").awaitRecords();
        assertThat(browser.excess()).isZero();
    }
}
