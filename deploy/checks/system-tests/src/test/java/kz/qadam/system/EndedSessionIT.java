package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;

/** The session of somebody who fills in a form ends before it is sent. */
@OnSuite
@Tag("pages")
class EndedSessionIT {

    private final Qadam qadam;
    private final Browser browser = new Browser();
    private final Institution school;

    EndedSessionIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        school = qadam.office().opens("school", "KZ-75");
        browser.open("%s/login/%s#token=%s"
                .formatted(qadam.front(), Service.PROGRESS.module(), qadam.tokenOfAdministrator(school)));
        soon().until(() -> browser.address().contains("/staff/desk/institution"));
        browser.await("#to-do");
        browser.open(qadam.front() + "/staff/keys?lang=en");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void what_is_filled_in_stays_and_is_sent_after_a_new_login() throws IOException {
        browser.tabTo("label").sendKeys("Moodle");
        Set<Cookie> session = browser.cookies();
        browser.forget();
        browser.tabTo("make").sendKeys(Keys.ENTER);
        browser.await("#content > .problem");
        assertThat(browser.texts("#content > .problem h2")).containsExactly("Your login has ended");
        assertThat(browser.element("#content > .problem a").getDomAttribute("target"))
                .isEqualTo("_blank");
        assertThat(browser.objections()).isEmpty();

        browser.remember(session);
        browser.tabTo("make").sendKeys(Keys.ENTER);
        browser.await("#made-secret");

        assertThat(labels()).containsExactly("Moodle");
    }

    @Test
    void a_form_that_is_sent_by_a_double_click_in_a_session_is_sent_once() throws IOException {
        browser.tabTo("label").sendKeys("Moodle");
        browser.tabTo("make").sendKeys(Keys.ENTER, Keys.ENTER);
        browser.await("#made-secret");

        assertThat(labels()).containsExactly("Moodle");
    }

    @Test
    void a_file_that_is_larger_than_a_single_post_is_sent_in_a_session() throws IOException {
        String row = Enrolment.of(school, qadam.office().offers(36), "pupils").row();
        var files = new FilesPage(browser, qadam.front() + "/staff/enrolment-files");

        files.open("en")
                .choose(browser.write("group-7.csv", Enrolment.HEADER + row.repeat(2_000)))
                .send()
                .awaitResult();

        assertThat(files.counts()).containsEntry("accepted", 1).containsEntry("duplicate", 1_999);
    }

    private List<String> labels() throws IOException {
        return qadam.bearer(Service.ENROLMENT, qadam.tokenOfAdministrator(school))
                .get("/v1/institution-keys")
                .jsonPath()
                .getList("items.label");
    }
}
