package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The office changes and creates cohorts in a browser, after it has seen who would be trained. */
@OnSuite
@Tag("pages")
class CohortPageIT {

    private final Qadam qadam;
    private final Browser browser = new Browser();

    CohortPageIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        browser.authorize(qadam.tokenOf("office"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_requirement_is_changed_by_keyboard_on_a_phone_after_it_was_shown_who_loses() throws IOException {
        String cohort = qadam.office().createsCohort("drivers");
        qadam.office().requires(cohort, Requirement.ANY_COURSE);
        var school = qadam.office().opens("school", "KZ-75");
        var trained = Enrolment.of(school, qadam.office().offers(36), cohort);
        qadam.partner(school).enrols(trained);
        qadam.partner(school).completes(trained.completed(0));
        soon().untilAsserted(() -> assertThat(previewOf(cohort)).isEqualTo(1));
        browser.beWide(360);
        open("/cohorts/" + cohort + "/change", "kk");
        var courses = browser.tabTo("requirement.minCourses");
        courses.clear();
        courses.sendKeys("2");
        browser.tabTo("validFrom").sendKeys("01.01.2026");
        browser.tabTo("reason").sendKeys("№ 31 бұйрық");
        browser.followByKeyboard("check");
        browser.await("[data-part=requirement-preview] [data-count=lose]");
        assertThat(browser.texts("[data-count=lose]"))
                .containsExactly("Қазір оқытылғандардың ішінен енді оқытылған болмайтындар: 1.");
        browser.followByKeyboard("confirm");
        browser.await("#line");

        assertThat(qadam.anybody(Service.ENROLMENT)
                        .get("/v1/cohorts/" + cohort)
                        .jsonPath()
                        .getInt("requirement.minCourses"))
                .isEqualTo(2);
    }

    @Test
    void a_cohort_is_created_and_its_preview_opened_without_a_script() {
        String code = Qadam.fresh("pilots");
        browser.withoutScripts();
        open("/cohorts", "ru");
        for (var field : Map.of(
                        "code", code,
                        "names.kk", "Ұшқыштар",
                        "names.ru", "Пилоты",
                        "names.en", "Pilots",
                        "target", "1 200",
                        "validFrom", "01.01.2027",
                        "reason", "Приказ 32")
                .entrySet()) {
            browser.element("[id='" + field.getKey() + "']").sendKeys(field.getValue());
        }
        browser.follow("#check");
        browser.follow("#confirm");
        browser.await("#line");
        assertThat(qadam.anybody(Service.ENROLMENT)
                        .get("/v1/cohorts/" + code + "?on=2027-02-01")
                        .jsonPath()
                        .getInt("target"))
                .isEqualTo(1_200);

        browser.follow("#line a");
        browser.await("#check");
        browser.element("[id='requirement.hours']").sendKeys("36");
        browser.element("#validFrom").sendKeys("01.06.2027");
        browser.element("#reason").sendKeys("Приказ 33");
        browser.follow("#check");
        browser.follow("#preview");
        browser.await("#show");
        assertThat(browser.address()).contains("/requirement-preview?lang=ru&cohort=" + code);
    }

    @Test
    void the_pages_of_cohorts_are_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        String cohort = qadam.office().createsCohort("drivers");
        soon().untilAsserted(() -> assertThat(previewOf(cohort)).isZero());
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            open("/cohorts", language);
            browser.look("cohorts", language);
            open("/cohorts/" + cohort, language);
            browser.look("cohort", language);
            open("/cohorts/" + cohort + "/change", language);
            browser.element("#target").sendKeys("x");
            browser.element("#validFrom").sendKeys("01.01.2027");
            browser.element("#reason").sendKeys("typed");
            browser.follow("#check");
            browser.await(".fault");
            browser.look("cohort-fault", language);
            browser.element("#target").clear();
            browser.element("#target").sendKeys("2000");
            browser.element("[id='requirement.hours']").sendKeys("72");
            browser.follow("#check");
            browser.await("[data-part=requirement-preview] [data-count=lose]");
            browser.look("cohort-would-do", language);
            open("/requirement-preview", language);
            browser.look("requirement-preview", language);
        }
    }

    /** How many are trained in a cohort by what progress-service knows; -1 until it knows the cohort. */
    private int previewOf(String cohort) throws IOException {
        var answer = qadam.bearer(Service.PROGRESS, qadam.tokenOf("office"))
                .contentType("application/json")
                .body("{\"cohort\": \"%s\", \"requirement\": {}, \"validFrom\": \"2026-01-01\"}".formatted(cohort))
                .post("/v1/requirement-previews");
        return answer.statusCode() == 200 ? answer.jsonPath().getInt("trainedNow") : -1;
    }

    private void open(String path, String language) {
        browser.open(qadam.front() + path + "?lang=" + language);
    }
}
