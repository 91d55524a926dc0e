package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The dashboard in the hands of its readers. */
class DashboardHandlingIT extends DashboardInBrowser {

    DashboardHandlingIT(Qadam qadam) throws IOException {
        super(qadam);
    }

    @Test
    void the_slider_shows_the_past_and_stays_in_the_hand() throws IOException {
        page.openWith(qadam.tokenOf("viewer"), "lang=en");

        browser.tabTo("slider");
        browser.type(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        soon().until(() -> browser.address().contains("on="));

        String day = browser.address().replaceFirst(".*on=", "");
        assertThat(page.trained())
                .isEqualTo(qadam.exact("/v1/progress?on=" + day).getLong("total.trained"));
        assertThat(browser.focused()).isEqualTo(page.slider());
        assertThat(page.slider().getDomAttribute("aria-valuetext")).endsWith(day.substring(0, 4));
    }

    private void chooseStudents() {
        page.open("lang=en");
        browser.tabTo("cohort-students");
        browser.type(Keys.ENTER);
        soon().until(() -> page.narrowedTo().contains("Students"));
    }

    @Test
    void a_cohort_that_is_chosen_by_the_keyboard_keeps_the_focus() {
        chooseStudents();

        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("cohort-students");
    }

    @Test
    void the_focus_goes_back_to_the_cohort_that_was_chosen_when_all_are_shown_again() {
        chooseStudents();

        browser.tabTo("all-cohorts");
        browser.type(Keys.ENTER);

        soon().until(() -> page.narrowedTo().contains("All groups with a target"));
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("cohort-students");
    }

    @Test
    void the_way_back_leads_to_what_was_shown_before() {
        page.open("lang=en").choose("cohort-pupils");

        browser.back();

        soon().until(() -> page.narrowedTo().equals(List.of("All groups with a target", "All of Kazakhstan")));
    }

    @Test
    void the_keyboard_comes_to_every_table() {
        page.open("lang=en");
        page.unfoldTables();

        browser.tabTo("burnup-scroll");

        assertThat(browser.focused().getAccessibleName()).isEqualTo("The way to the target");
    }

    @Test
    void a_token_opens_exact_figures_in_this_tab_alone() throws IOException {
        page.open("lang=en");
        browser.element("#token").sendKeys(qadam.tokenOf("viewer") + Keys.ENTER);

        browser.await(DashboardPage.EXACT);

        assertThat(browser.element(".known").getText()).contains("Exact figures");
        assertThat(browser.run("return localStorage.length + document.cookie.length"))
                .isEqualTo(0L);
        browser.element("#forget").click();
        soon().until(() -> !page.isExact());
    }

    @Test
    void a_token_that_is_not_accepted_is_explained_and_not_kept() {
        page.open("lang=en");

        browser.element("#token").sendKeys("nonsense" + Keys.ENTER);
        soon().until(() -> browser.element("#access-problem").getText().contains("not accepted"));

        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("token");
        assertThat(browser.run("return sessionStorage.length")).isEqualTo(0L);
    }
}
