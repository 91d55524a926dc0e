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

/** The office finds people in a browser, and does what has to be done to what is held of them. */
@OnSuite
@Tag("pages")
class OfficeDeskIT {

    private final Qadam qadam;
    private final Browser browser = new Browser();
    private final Institution school;
    private final Enrolment enrolment;
    private final Enrolment other;

    OfficeDeskIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        school = qadam.office().opens("school", "KZ-75");
        Course course = qadam.office().offers(36);
        enrolment = Enrolment.of(school, course, "pupils");
        other = Enrolment.of(school, course, "pupils");
        qadam.partner(school).enrols(enrolment);
        qadam.partner(school).enrols(other);
        browser.authorize(qadam.tokenOf("office"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void two_learners_are_merged_by_keyboard_on_a_phone() throws IOException {
        String surviving = learner(enrolment);
        String absorbed = learner(other);
        browser.beWide(360);
        open("/persons", "kk");
        browser.follow(() -> browser.tabTo("person.iin").sendKeys(enrolment.iin(), Keys.ENTER));
        browser.await("#learner");
        browser.followByKeyboard("merge");
        browser.await("#reason");
        browser.tabTo("person.iin").sendKeys(other.iin());
        browser.tabTo("reason").sendKeys("бір адам екі рет қабылданған");
        browser.followByKeyboard("check");
        browser.await("[data-state=would-do]");
        assertThat(browser.element("body").getText()).doesNotContain(other.iin());
        browser.followByKeyboard("confirm");
        browser.await("#merges");

        assertThat(browser.address()).contains(surviving);
        assertThat(qadam.office().representing(absorbed)).isEqualTo(surviving);
    }

    @Test
    void a_merge_is_undone_and_a_person_blocked_without_a_script() throws IOException {
        String surviving = learner(enrolment);
        String absorbed = learner(other);
        qadam.office().merges(absorbed, surviving);
        browser.withoutScripts();
        open("/persons/" + surviving, "ru");
        browser.follow("#merges a");
        browser.await("#reason").element("#reason").sendKeys("это два человека");
        browser.follow("#check");
        browser.follow("#confirm");
        assertThat(browser.address()).contains(absorbed);
        assertThat(learner(other)).isEqualTo(absorbed);

        browser.follow("#block");
        browser.await("#check");
        browser.element("input[value=disputed]").click();
        browser.follow("#check");
        browser.follow("#confirm");
        browser.await("#state");
        assertThat(qadam.bearer(Service.ENROLMENT, qadam.tokenOf("auditor"))
                        .get("/v1/learner-blocks/" + absorbed)
                        .jsonPath()
                        .getString("reason"))
                .isEqualTo("disputed");
    }

    @Test
    void a_person_is_erased_after_it_was_shown_what_remains() throws IOException {
        String learner = learner(enrolment);
        open("/persons", "en");
        browser.element("main details summary").click();
        browser.element("#institution").sendKeys(school.code());
        browser.element("#reference").sendKeys(enrolment.reference());
        browser.follow("#show");
        browser.follow("#erase");
        browser.await("#check");
        browser.element("input[value=requested]").click();
        browser.element("#explanation").sendKeys("Letter 114");
        browser.follow("#check");
        browser.await("#confirm");
        assertThat(browser.texts("#institution-list li"))
                .containsExactly(school.code() + ": enrolments 1, completions 0; they stay as counts");
        browser.follow("#confirm");
        browser.await("#state");

        soon().untilAsserted(() -> assertThat(qadam.bearer(Service.ENROLMENT, qadam.tokenOf("auditor"))
                        .get("/v1/erasures?limit=1000")
                        .jsonPath()
                        .getList("items.findAll { it.learnerId == '%s' }.state".formatted(learner)))
                .containsExactly("erased"));
    }

    @Test
    void the_pages_about_persons_are_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        String surviving = learner(enrolment);
        String absorbed = learner(other);
        qadam.office().merges(absorbed, surviving);
        var blocked = Enrolment.of(school, qadam.office().offers(36), "pupils");
        qadam.partner(school).enrols(blocked);
        String third = learner(blocked);
        qadam.office().blocks(third);
        var fourth = Enrolment.of(school, qadam.office().offers(36), "pupils");
        qadam.partner(school).enrols(fourth);
        String someoneElse = learner(fourth);
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            open("/persons", language);
            browser.look("persons", language);
            browser.follow("#show");
            browser.await(".problem");
            browser.look("persons-fault", language);
            open("/persons/" + surviving, language);
            browser.look("person", language);
            open("/persons/" + surviving + "/merge", language);
            browser.element("main details summary").click();
            browser.element("[id='person.learnerId']").sendKeys(someoneElse);
            browser.element("#reason").sendKeys("typed");
            browser.follow("#check");
            browser.await("#confirm");
            browser.look("merge", language);
            open("/persons/" + absorbed + "/split", language);
            browser.element("#reason").sendKeys("typed");
            browser.follow("#check");
            browser.await("#confirm");
            browser.look("split", language);
            open("/persons/" + surviving + "/block", language);
            browser.element("input[value=unlawful]").click();
            browser.follow("#check");
            browser.await("#confirm");
            browser.look("block", language);
            open("/persons/" + third + "/block", language);
            browser.look("lift", language);
            open("/persons/" + surviving + "/erasure", language);
            browser.element("input[value=no-basis]").click();
            browser.follow("#check");
            browser.await("#confirm");
            browser.look("erasure", language);
        }
    }

    private String learner(Enrolment one) throws IOException {
        return qadam.partner(school).learnerOf(one.reference());
    }

    private void open(String path, String language) {
        browser.open(qadam.front() + path + "?lang=" + language);
    }
}
