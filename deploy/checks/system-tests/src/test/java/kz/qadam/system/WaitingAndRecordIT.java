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

/** An institution sees in a browser what does not count and why, and corrects and revokes it. */
@OnSuite
@Tag("pages")
class WaitingAndRecordIT {

    private final Qadam qadam;
    private final Browser browser = new Browser();
    private final Institution school;

    WaitingAndRecordIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        school = qadam.office().opens("school", "KZ-75");
        var enrolment = Enrolment.of(school, qadam.office().offers(36), "pupils");
        qadam.partner(school).enrols(enrolment);
        for (String reference : List.of("C-1", "C-2")) {
            completes(reference, enrolment.reference(), "2026-01-02");
        }
        completes("lost", "Z", "2026-03-01");
        soon().untilAsserted(() -> assertThat(status("C-2")).isEqualTo("refused"));
        browser.authorize(qadam.tokenOf(school));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_wrong_day_is_corrected_by_keyboard_on_a_phone_until_it_counts() throws IOException {
        browser.beWide(360);
        open("/waiting", "kk");
        assertThat(browser.element("#before-enrolment").getDomAttribute("data-count"))
                .isEqualTo("2");

        browser.follow(() -> browser.element("#before-enrolment tbody a").sendKeys(Keys.ENTER));
        browser.await("#correct-completedOn");
        var day = browser.tabTo("correct-completedOn");
        day.clear();
        day.sendKeys("09.03.2026");
        browser.tabTo("correct-reason").sendKeys("күні қате жазылған");
        browser.followByKeyboard("check-correction");
        browser.await("[data-state=would-do]");
        assertThat(browser.texts("#cohort-effects li")).containsExactly("pupils: оқытылғандар +1, аяқтаулар +1");
        browser.followByKeyboard("confirm");

        soon().until(() -> browser.texts("#state").equals(List.of("Есепке алынады")));
        assertThat(List.of(status("C-1"), status("C-2"))).containsExactlyInAnyOrder("accepted", "refused");
    }

    @Test
    void the_pages_are_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            open("/waiting", language);
            browser.look("waiting", language);
            open("/records", language);
            browser.look("records-find", language);
            browser.element("#reference").sendKeys("C-1");
            browser.follow("#show");
            browser.await("#correct-reason");
            browser.look("records-one", language);
            browser.element("#correct-completedOn").clear();
            browser.element("#correct-completedOn").sendKeys("2999-01-01");
            browser.element("#correct-reason").sendKeys("typed");
            browser.follow("#check-correction");
            browser.await(".fault");
            browser.look("records-fault", language);
            browser.element("#revoke-reason").sendKeys("typed");
            browser.follow("#check-revocation");
            browser.await("#confirm");
            browser.look("records-would-do", language);
        }
    }

    @Test
    void a_completion_is_revoked_without_a_script() throws IOException {
        browser.withoutScripts();
        open("/records", "ru");
        browser.element("#reference").sendKeys("lost");
        browser.follow("#show");
        browser.await("#revoke-reason").element("#revoke-reason").sendKeys("запись лишняя");
        browser.follow("#check-revocation");
        browser.follow("#confirm");

        soon().until(() -> browser.texts("#state").equals(List.of("Отозвано")));
        assertThat(status("lost")).isEqualTo("revoked");
    }

    private void completes(String reference, String enrolment, String day) throws IOException {
        qadam.bearer(Service.PROGRESS, qadam.tokenOf(school))
                .contentType("application/json")
                .body("{\"reference\": \"%s\", \"enrolment\": \"%s\", \"completedOn\": \"%s\"}"
                        .formatted(reference, enrolment, day))
                .post("/v1/completions")
                .then()
                .statusCode(201);
    }

    private String status(String reference) throws IOException {
        return qadam.bearer(Service.PROGRESS, qadam.tokenOf(school))
                .get("/v1/completions?reference=" + reference)
                .jsonPath()
                .getString("items[0].status");
    }

    private void open(String path, String language) {
        browser.open(qadam.address(Service.PROGRESS) + path + "?lang=" + language);
    }
}
