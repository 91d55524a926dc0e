package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The administrator of an institution declares in a browser on which basis it sends people. */
@OnSuite
@Tag("pages")
class LegalBasisPageIT {

    private final Qadam qadam;
    private final Browser browser = new Browser();
    private final Institution school;

    LegalBasisPageIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        school = qadam.office().opens("school", "KZ-75");
        qadam.partner(school).enrols(Enrolment.of(school, qadam.office().offers(36), "pupils"));
        browser.authorize(qadam.tokenOfAdministrator(school));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void what_is_missing_is_declared_by_keyboard_on_a_phone() throws IOException {
        browser.beWide(360);
        open("kk");
        browser.follow(() -> browser.element("[data-cohort=pupils] a").sendKeys(Keys.ENTER));
        browser.await("#check");
        browser.element("input[value=consent-of-representative]").sendKeys(Keys.SPACE);
        browser.tabTo("since").sendKeys("15.01.2026");
        browser.tabTo("document").sendKeys("№ 17 бұйрықтың 3-нысаны");
        browser.followByKeyboard("check");
        browser.await("[data-state=would-do]");
        browser.followByKeyboard("confirm");
        browser.await("[data-cohort=pupils]");

        assertThat(browser.elements(".fault")).isEmpty();
        assertThat(bases()).containsExactly("consent-of-representative");
    }

    @Test
    void it_is_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            open(language);
            browser.look("bases", language);
            browser.follow("[data-cohort=pupils] a");
            browser.await("#check");
            browser.element("input[value=consent]").click();
            browser.element("#since").sendKeys("15.01.2026");
            browser.element("#document").sendKeys("typed");
            browser.follow("#check");
            browser.await(".fault");
            browser.look("basis-fault", language);
            browser.element("input[value=law]").click();
            browser.follow("#check");
            browser.await("#confirm");
            browser.look("basis-would-do", language);
        }
    }

    @Test
    void it_works_without_a_script() throws IOException {
        browser.withoutScripts();
        open("ru");
        browser.follow("[data-cohort=pupils] a");
        browser.await("#check").element("input[value=law]").click();
        browser.element("#since").sendKeys("2026-01-15");
        browser.element("#document").sendKeys("Статья 9");
        browser.follow("#check");
        browser.follow("#confirm");
        browser.await("[data-cohort=pupils]");

        assertThat(bases()).containsExactly("law");
    }

    private List<String> bases() throws IOException {
        return qadam.bearer(Service.ENROLMENT, qadam.tokenOf(school))
                .get("/v1/institutions/" + school.code() + "/bases")
                .jsonPath()
                .getList("items.basis");
    }

    private void open(String language) {
        browser.open(qadam.front() + "/bases?lang=" + language);
    }
}
