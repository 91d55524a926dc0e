package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** An auditor draws a worklist in a browser, checks its records, closes it, and settles hints. */
@OnSuite
@Tag("pages")
class AuditorDeskIT {

    private static final String MONTH = "2026-01";

    private final Qadam qadam;
    private final Browser browser = new Browser();
    private final Auditor auditor;
    private final String name = Qadam.fresh("audited");
    private final String cohort;
    private final Institution school;

    AuditorDeskIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        auditor = qadam.auditor();
        school = qadam.office().opens("school", "KZ-75");
        cohort = qadam.office().createsCohort(name);
        trains(3);
        String busy = Iins.next();
        Course course = qadam.office().offers(36);
        for (Institution one : List.of(
                school, qadam.office().opens("school", "KZ-75"), qadam.office().opens("school", "KZ-71"))) {
            Enrolment enrolment = Enrolment.of(one, course, cohort, busy);
            qadam.partner(one).enrols(enrolment);
            qadam.partner(one).completes(enrolment.completed(4));
        }
        qadam.arrivals().await();
        soon().untilAsserted(() -> assertThat(
                        auditor.get("/v1/progress/" + cohort).jsonPath().getInt("trained"))
                .isEqualTo(3));
        browser.authorize(qadam.tokenOf("auditor"));
    }

    /** The cohort asks for two courses. */
    private void trains(int learners) {
        List<Course> courses = List.of(qadam.office().offers(36), qadam.office().offers(36));
        List<Enrolment> enrolments = new ArrayList<>();
        for (int i = 0; i < learners; i++) {
            String iin = Iins.next();
            courses.forEach(course -> enrolments.add(Enrolment.of(school, course, cohort, iin)));
        }
        qadam.partner(school).enrols(enrolments);
        qadam.partner(school)
                .completes(enrolments.stream().map(one -> one.completed(0)).toList());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_worklist_is_drawn_checked_and_closed_by_keyboard_on_a_phone() {
        browser.beWide(360);
        open("/worklists", "kk");
        browser.tabTo("cohort").sendKeys(name + "-kk");
        var size = browser.tabTo("size");
        size.clear();
        size.sendKeys("3");
        browser.followByKeyboard("draw");
        browser.await("#record-1");

        browser.followByKeyboard("agrees-1");
        soon().until(() -> browser.elements("#record-1").isEmpty());
        var note = browser.tabTo("note-2");
        note.sendKeys("куәлікте басқа күн", Keys.ENTER);
        browser.followByKeyboard("differs-2");
        soon().until(() -> browser.elements("#record-2").isEmpty());
        browser.followByKeyboard("not-found-3");
        browser.await("#none");
        browser.followByKeyboard("close");
        browser.await("[data-state=would-do]");
        assertThat(browser.texts("[data-count] dd")).containsExactly("1", "1", "1", "0", "0");
        browser.followByKeyboard("confirm");

        soon().until(() -> browser.elements("#close").isEmpty() && browser.shows("#record-3"));
        assertThat(worklist().getString("closedAt")).isNotNull();
        assertThat(worklist().getFloat("agreeing.share")).isEqualTo(0.3333f);
        assertThat(browser.texts("#record-2 .state")).containsExactly("Өзгеше");
    }

    @Test
    void the_pages_are_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        String worklist = draws();
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            open("/worklists", language);
            browser.look("worklists", language);
            browser.element("#size").clear();
            browser.element("#size").sendKeys("many");
            browser.follow("#draw");
            browser.await("#size-fault");
            browser.look("worklists-fault", language);
            open("/worklists/" + worklist, language);
            browser.look("worklist", language);
            browser.follow("#differs-1");
            browser.await("#note-1-fault");
            browser.look("worklist-fault", language);
            browser.follow("#close");
            browser.await("#confirm");
            browser.look("worklist-would-do", language);
            open("/hints/" + MONTH, language);
            browser.look("hints", language);
            settles("ask.me@school.kz");
            browser.await(".fault");
            browser.look("hints-fault", language);
        }
    }

    @Test
    void on_paper_a_worklist_is_a_sheet_to_tick() {
        open("/worklists/" + draws(), "en");

        browser.showPrinted();

        assertThat(browser.hasOnPaper("#record-1 .on-paper")).isTrue();
        assertThat(browser.hasOnPaper("#agrees-1")).isFalse();
        assertThat(browser.hasOnPaper(".pages")).isFalse();
    }

    @Test
    void a_hint_is_settled_without_a_script() {
        browser.withoutScripts();
        open("/hints/" + MONTH, "ru");
        String hint = settles("три вечерних курса");

        browser.await("[data-hint='" + hint + "'][data-state=settled]");
        assertThat(auditor.get("/v1/audit/hints?month=" + MONTH)
                        .jsonPath()
                        .getString("hints.find { it.id == '%s' }.settlement.reason".formatted(hint)))
                .isEqualTo("три вечерних курса");
    }

    /** Sends the form of the first hint that nobody has settled. Returns its id. */
    private String settles(String reason) {
        String hint = browser.await("[data-state=open] input[name=reason]")
                .element("[data-state=open]")
                .getDomAttribute("data-hint");
        var field = browser.element("#reason-" + hint);
        field.clear();
        field.sendKeys(reason);
        browser.element("#outcome-" + hint + " option[value=explained]").click();
        browser.follow("#settle-" + hint);
        return hint;
    }

    private String draws() {
        return auditor.post(
                        "/v1/audit/worklists",
                        "{\"cohort\": \"%s\", \"size\": 3, \"seed\": \"2026-Q1\"}".formatted(cohort))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The worklist of the page. */
    private JsonPath worklist() {
        String id = Stream.of(browser.address().split("[/?]", -1))
                .filter(part -> part.length() == 36)
                .findFirst()
                .orElseThrow();
        return auditor.get("/v1/audit/worklists/" + id).jsonPath();
    }

    private void open(String path, String language) {
        browser.open(qadam.address(Service.REPORTING) + path + "?lang=" + language);
    }
}
