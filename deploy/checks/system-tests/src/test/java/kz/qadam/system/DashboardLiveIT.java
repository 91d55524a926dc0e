package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The dashboard while somebody reports. */
@OnSuite
@Tag("pages")
class DashboardLiveIT {

    private final Browser browser = new Browser();
    private final Qadam qadam;
    private final Partner partner;
    private final Enrolment enrolment;
    private final DashboardPage page;

    DashboardLiveIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        Institution school = qadam.office().opens("school", "KZ-62");
        partner = qadam.partner(school);
        enrolment = Enrolment.of(school, qadam.office().offers(36), "pupils");
        page = new DashboardPage(browser, qadam.address(Service.REPORTING).toString());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_new_report_changes_exact_figures_and_leaves_the_focus_where_it_was() throws IOException {
        qadam.arrivals().await();
        page.openWith(qadam.tokenOf("viewer"), "lang=en&cohort=pupils");
        browser.tabTo("tile-KZ-62");
        long before = page.trained();
        partner.enrols(enrolment);

        partner.completes(enrolment.completed(0));

        soon().until(() -> page.trained() == before + 1);
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("tile-KZ-62");
        assertThat(browser.focused().getText())
                .contains(Long.toString(page.tiles().get("KZ-62")));
    }

    @Test
    void a_past_that_was_known_does_not_move() {
        page.openEmpty("lang=en&asOf=2026-01-01");

        assertThat(browser.element("#content").getDomAttribute("data-stream")).isNull();
        assertThat(browser.shows(".live")).isFalse();
    }
}
