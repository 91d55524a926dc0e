package kz.qadam.system;

import static kz.qadam.system.Qadam.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page on which an auditor takes a figure apart, in a browser. */
@OnOtherSuite(SuiteKind.DEMO)
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
    void a_figure_unfolds_into_its_records_and_a_record_into_its_events() throws IOException {
        page.open("lang=en&cohort=students").awaitRecords();

        long trained = qadam.exact("/v1/progress/students").getLong("trained");
        assertThat(page.figure()).isEqualTo(trained).isPositive();
        assertThat(page.stage("trained")).isEqualTo(trained);
        assertThat(page.stage("known"))
                .isEqualTo(
                        page.stage("accepted") + page.stage("refused") + page.stage("revoked") + page.stage("pending"));
        assertThat(page.records()).isEqualTo(Math.min(trained, 50));
        assertThat(page.firstEvent()).contains("\"kz.qadam.learner.trained.v1\"", "\"offset\"");
    }

    @Test
    void what_is_left_out_says_why_and_is_passed_on_by_the_address() throws IOException {
        page.open("lang=ru&cohort=pupils").awaitRecords();

        browser.element("#excluded").click();
        browser.element("#unfold").click();
        soon().until(() -> browser.element("#figure-what").getText().contains("не учтено"));

        assertThat(browser.address()).contains("cohort=pupils", "excluded=true");
        assertThat(page.why()).isNotBlank().doesNotContain("requirement", "because");
    }

    @Test
    void the_recount_is_asked_for_by_a_button() throws IOException {
        page.open("lang=en&cohort=pupils").awaitRecords();

        browser.tabTo("recount").sendKeys(Keys.ENTER);

        soon().until(() -> browser.element("#recount-outcome").getText().startsWith("The recount matches."));
    }

    @Test
    void it_fits_a_phone_and_a_check_of_accessibility_objects_to_nothing() throws IOException {
        for (String language : List.of("kk", "ru", "en")) {
            page.open("lang=" + language + "&cohort=pupils&region=KZ-75")
                    .awaitRecords()
                    .firstEvent();
            assertThat(browser.objections()).as(language).isEmpty();
        }
        browser.beWide(320);
        soon().untilAsserted(() -> assertThat(browser.excess()).isZero());
    }
}
