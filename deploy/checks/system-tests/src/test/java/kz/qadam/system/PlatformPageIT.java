package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** An institution sets its learning platform up in a browser, says which course and whose account it means, and sees what counts. */
@OnSuite
@Tag("pages")
class PlatformPageIT {

    private static final String SITE = "https://lms.school.example";
    private static final String COURSE = SITE + "/course/view.php?id=2";
    private static final String OTHER = SITE + "/course/view.php?id=9";
    private static final String DAY = "2026-05-30";

    private final Qadam qadam;
    private final Browser browser = new Browser();
    private final Institution school;
    private final Course course;
    private final Enrolment ofAigul;
    private final Enrolment ofDaulet;

    PlatformPageIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        school = qadam.office().opens("school", "KZ-75");
        course = qadam.office().offers(36);
        ofAigul = Enrolment.of(school, course, "pupils");
        ofDaulet = Enrolment.of(school, course, "pupils");
        qadam.partner(school).enrols(List.of(ofAigul, ofDaulet));
        browser.authorize(qadam.tokenOfAdministrator(school));
        untilProgressKnowsAll();
    }

    /** The institution, the course and both enrolments. What is tried is not kept. */
    private void untilProgressKnowsAll() {
        String both = Completion.HEADER
                + ofAigul.completed(0).row()
                + ofDaulet.completed(0).row();
        soon().untilAsserted(() -> qadam.bearer(Service.PROGRESS, qadam.tokenOf(school))
                .contentType("text/csv; charset=utf-8")
                .body(both)
                .post("/v1/completions/batch?dryRun=true")
                .then()
                .body("accepted", equalTo(2)));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    /** A Moodle, of which some courses are named. */
    private void hasMoodle(String courses) {
        soon().untilAsserted(() -> qadam.bearer(Service.PROGRESS, qadam.tokenOfAdministrator(school))
                .contentType("application/json")
                .body("{\"kind\": \"moodle\", \"homePages\": [\"%s\"], \"courses\": [%s]}".formatted(SITE, courses))
                .put("/v1/platforms/" + school.code() + "/moodle")
                .then()
                .statusCode(201));
    }

    private String named() {
        return "{\"activity\": \"%s\", \"course\": \"%s\"}".formatted(COURSE, course.code());
    }

    private void says(String account, String activity) throws IOException {
        qadam.bearer(Service.PROGRESS, qadam.tokenOf(school))
                .contentType("application/json")
                .body("""
                        [{"actor": {"account": {"homePage": "%s", "name": "%s"}},
                          "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                          "object": {"id": "%s", "definition": {"name": {"kk": "Python негіздері"},
                                     "type": "https://w3id.org/xapi/cmi5/activitytype/course"}},
                          "timestamp": "%sT18:40:00+05:00"}]
                        """.formatted(SITE, account, activity, DAY))
                .post("/v1/xapi/statements")
                .then()
                .statusCode(200)
                .body("", hasSize(1));
    }

    /** Again until the enrolment is known. */
    private void links(String account, Enrolment enrolment) {
        soon().untilAsserted(() -> qadam.bearer(Service.PROGRESS, qadam.tokenOf(school))
                .contentType("application/json")
                .body("{\"account\": \"%s\", \"enrolment\": \"%s\"}".formatted(account, enrolment.reference()))
                .post("/v1/account-links")
                .then()
                .body("status", equalTo("accepted")));
    }

    private JsonPath outcomes() throws IOException {
        return qadam.bearer(Service.PROGRESS, qadam.tokenOf(school))
                .get("/v1/statement-outcomes")
                .jsonPath();
    }

    private List<String> acceptedDays() throws IOException {
        return qadam.bearer(Service.PROGRESS, qadam.tokenOf(school))
                .get("/v1/completions?status=accepted")
                .jsonPath()
                .getList("items.completedOn");
    }

    private void open(String path, String language) {
        browser.open(qadam.address(Service.PROGRESS) + path + "?lang=" + language);
    }

    @Test
    void a_statement_about_an_unnamed_course_comes_to_count_by_keyboard_on_a_phone() throws IOException {
        hasMoodle("");
        says("17", COURSE);
        browser.beWide(360);
        open("/platforms", "kk");
        browser.tabTo("course-1").sendKeys(course.code());
        browser.followByKeyboard("is-ours-1");
        browser.await("[data-state=would-do]");
        assertThat(browser.texts("#sentences-of-effect li"))
                .containsExactly(
                        "«Python негіздері» — %s курсы. Мәлімдемелері осыдан бастап қабылданады."
                                .formatted(course.code()),
                        "Бұрын келгендерінің (1) тек саны белгілі: оларды кестемен жіберіңіз.");
        browser.followByKeyboard("confirm");
        browser.await("#nothing-waits");

        says("17", COURSE);
        open("/platforms", "kk");
        browser.tabTo("enrolment-1").sendKeys(ofAigul.reference());
        browser.followByKeyboard("link-1");
        browser.await("[data-state=would-do]");
        assertThat(browser.texts("#sentences-of-effect li")).contains("Есептелетін аяқтаулар: 1.");
        browser.followByKeyboard("confirm");
        browser.await("[data-state=counted]");

        assertThat(outcomes().getList("items.state")).containsExactly("counted");
        assertThat(acceptedDays()).containsExactly(DAY);
    }

    @Test
    void a_platform_is_set_up_without_a_script() throws IOException {
        browser.withoutScripts();
        open("/platforms", "ru");
        browser.follow("#first");
        browser.await("#check").element("#name").sendKeys("moodle");
        browser.element("input[value=moodle]").click();
        browser.element("#homePages").sendKeys(SITE);
        browser.element("#courses").sendKeys(COURSE + " " + course.code());
        browser.follow("#check");
        browser.follow("#confirm");
        browser.await("#setting-endpoint");

        links("17", ofAigul);
        says("17", COURSE);
        assertThat(outcomes().getList("items.state")).containsExactly("counted");
    }

    @Test
    void somebody_who_has_logged_in_sends_a_profile_with_many_courses() throws IOException {
        hasMoodle(named());
        String many = IntStream.range(0, 2_000)
                .mapToObj(i -> SITE + "/course/view.php?id=" + i + " " + course.code())
                .collect(Collectors.joining("\n"));
        try (var loggedIn = new Browser()) {
            DeskHome.INSTITUTION.enter(loggedIn, qadam, qadam.tokenOfAdministrator(school));
            loggedIn.open(qadam.front() + "/staff/platforms/profiles/moodle?lang=en");
            loggedIn.await("#check").run("document.getElementById('courses').value = arguments[0]", many);
            loggedIn.follow("#check");
            loggedIn.follow("#confirm");
            soon().untilAsserted(() -> assertThat(qadam.bearer(Service.PROGRESS, qadam.tokenOf(school))
                            .get("/v1/platforms/" + school.code() + "/moodle")
                            .jsonPath()
                            .getList("courses"))
                    .hasSize(2_000));
        }
    }

    @Test
    void a_link_that_was_always_wrong_is_replaced_by_keyboard() throws IOException {
        hasMoodle(named());
        links("17", ofAigul);
        says("17", COURSE);
        open("/platforms", "en");
        browser.follow(() -> browser.element("#lines tbody a").sendKeys(Keys.ENTER));
        browser.await("#replace");
        browser.tabTo("enrolment").sendKeys(ofDaulet.reference());
        browser.element("input[value=always-wrong]").sendKeys(Keys.SPACE);
        browser.followByKeyboard("check");
        browser.await("[data-change=revoked]");
        assertThat(browser.texts("[data-change] th"))
                .containsExactlyInAnyOrder(ofAigul.reference(), ofDaulet.reference());
        browser.followByKeyboard("confirm");
        soon().until(() -> browser.texts("#state")
                .equals(List.of("It belongs to the person with the enrolment %s.".formatted(ofDaulet.reference()))));

        assertThat(qadam.bearer(Service.PROGRESS, qadam.tokenOf(school))
                        .get("/v1/completions")
                        .jsonPath()
                        .getList("items.status"))
                .containsExactlyInAnyOrder("revoked", "accepted");
    }

    @Test
    void the_page_is_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        hasMoodle(named());
        links("17", ofAigul);
        says("17", COURSE);
        says("a.serikova", COURSE);
        says("17", OTHER);
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            open("/platforms", language);
            browser.look("platforms", language);
            browser.element("#enrolment-1").sendKeys(ofDaulet.reference());
            browser.follow("#link-1");
            browser.await("#confirm");
            browser.look("account-would-do", language);
            open("/platforms", language);
            browser.follow("#is-ours-1");
            browser.await(".fault");
            browser.look("course-fault", language);
            browser.follow("#not-ours");
            browser.await("#confirm");
            browser.look("course-would-do", language);
            open("/platforms/outcomes", language);
            browser.look("outcomes", language);
        }
    }

    @Test
    void the_form_is_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            open("/platforms", language);
            browser.look("platforms-empty", language);
            open("/platforms/profiles", language);
            browser.element("#name").sendKeys("moodle");
            browser.element("input[value=moodle]").click();
            browser.element("#homePages").sendKeys("lms");
            browser.follow("#check");
            browser.await(".fault");
            browser.look("profile-fault", language);
            browser.element("#homePages").clear();
            browser.element("#homePages").sendKeys(SITE);
            browser.element("#statements").sendKeys("[{}]");
            browser.follow("#check");
            browser.await("#confirm");
            browser.look("profile-would-do", language);
        }
        hasMoodle(named());
        browser.beWide(360);
        open("/platforms/profiles/moodle", "kk");
        browser.look("profile", "kk", 360);
    }
}
