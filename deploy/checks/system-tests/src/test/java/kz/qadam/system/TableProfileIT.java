package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Tables of other systems are set up on a page, and then sent as they are until they count. */
@OnSuite
@Tag("pages")
class TableProfileIT {

    private static final String PAGE = "/enrolment-table-profiles";
    private static final Path SHEET = export("village-school.csv");
    private static final Path REGISTER = export("university-register.xlsx");

    private final Qadam qadam;
    private final Browser browser = new Browser();
    private final Institution school;
    private final Course course;
    private final FilesPage enrolments;
    private final FilesPage completions;

    TableProfileIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        school = qadam.office().opens("school", "KZ-75");
        course = qadam.office().offers(36);
        browser.authorize(qadam.tokenOfAdministrator(school));
        enrolments = new FilesPage(browser, qadam.address(Service.ENROLMENT) + "/enrolment-files");
        completions = new FilesPage(browser, qadam.address(Service.PROGRESS) + "/completion-files");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private static Path export(String name) {
        return Repository.path("deploy/chassis/src/test/resources/exports/" + name);
    }

    @Test
    void a_teachers_sheet_is_set_up_by_keyboard_on_a_phone_and_sent_until_it_counts() {
        browser.beWide(360);
        open("kk");
        browser.element("#file").sendKeys(SHEET.toString());
        browser.followByKeyboard("read");
        browser.await("#missing");
        choose("course.values.0.means", course.code());
        choose("cohort.from", "=pupils");
        choose("enrolledOn.from", "text");
        openMore("enrolledOn");
        browser.tabTo("enrolledOn.text").sendKeys("2026-02-01");
        choose("rows.1.from", "h0:Курс");
        browser.followByKeyboard("check");
        browser.await("#first");
        assertThat(browser.texts("[data-count=rejected] dd")).containsExactly("1");

        browser.tabTo("rows.1.keep.0").sendKeys(Keys.SPACE);
        browser.followByKeyboard("check");
        soon().until(() -> browser.texts("[data-count=rejected] dd").isEmpty());
        assertThat(browser.texts("[data-count=accepted] dd")).containsExactly("4");
        browser.tabTo("name").sendKeys("sheet", Keys.TAB);
        browser.follow(() -> browser.focused().sendKeys(Keys.ENTER));

        browser.await("#profile");
        assertThat(browser.address()).contains("/enrolment-files?profile=sheet");
        assertThat(browser.element("#profile").getDomProperty("value")).isEqualTo("sheet");
        enrolments.choose(SHEET).check().awaitResult();
        Map<String, Integer> tried = enrolments.counts();
        openToSend();
        enrolments.choose(SHEET).send().awaitResult();
        assertThat(enrolments.counts()).isEqualTo(tried).containsEntry("accepted", 4);

        browser.element("#kept-rows").click();
        Path kept = browser.saved("village-school.csv.kept.csv");
        completions.open("kk").choose(kept).send().awaitResult();
        assertThat(completions.counts().get("rejected")).isZero();
        soon().untilAsserted(() -> assertThat(qadam.auditor().figures().of("pupils " + school.code()))
                .isEqualTo(new Figure(4, 4, 4)));

        openToSend();
        enrolments.choose(SHEET).send().awaitResult();
        assertThat(enrolments.counts()).containsEntry("duplicate", 4).containsEntry("accepted", 0);
        assertThat(qadam.auditor().figures().of("pupils " + school.code())).isEqualTo(new Figure(4, 4, 4));
    }

    @Test
    void a_universitys_register_is_set_up_without_a_script_and_sent_until_it_counts() throws IOException {
        browser.withoutScripts();
        browser.beWide(1280);
        open("ru");
        browser.element("#file").sendKeys(REGISTER.toString());
        browser.follow("#read");
        choose("course.values.0.means", course.code());
        choose("cohort.from", "=students");
        choose("enrolledOn.from", "text");
        browser.element("[data-column=enrolledOn] summary").click();
        browser.element("[id='enrolledOn.text']").sendKeys("01.02.2026");
        browser.follow("#check");
        browser.await("#first");
        assertThat(browser.element("[data-count=accepted] dd").getText()).isEqualTo("3");
        browser.element("#name").sendKeys("register");
        browser.follow("#save");
        soon().until(() -> browser.address().contains("/enrolment-files?profile=register"));

        String table = sends("?profile=register");

        qadam.partner(school).completingByFile(table).then().statusCode(207);
        soon().untilAsserted(() -> assertThat(qadam.auditor().figures().of("students " + school.code()))
                .isEqualTo(new Figure(3, 3, 3)));
        sends("?profile=register");
        assertThat(qadam.auditor().figures().of("students " + school.code())).isEqualTo(new Figure(3, 3, 3));
    }

    /** Sends the register as it is, and gets the table of completions. */
    private String sends(String query) throws IOException {
        return qadam.authorized(Service.ENROLMENT, "Bearer " + qadam.tokenOf(school))
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .accept("text/csv")
                .body(Files.readAllBytes(REGISTER))
                .post("/v1/enrolments/batch" + query)
                .then()
                .statusCode(207)
                .extract()
                .asString();
    }

    @Test
    void nothing_of_a_table_is_written_anywhere() throws IOException {
        String iin = Iins.next();
        open("en");
        browser.element("#table")
                .sendKeys("Name;IIN;Course;Day\nPlanted-Person-4711;%s;%s;2026-05-29\n".formatted(iin, course.code()));
        browser.follow("#read");
        browser.await("#missing");
        choose("cohort.from", "=pupils");
        choose("enrolledOn.from", "text");
        openMore("enrolledOn");
        browser.element("[id='enrolledOn.text']").sendKeys("2026-02-01");
        browser.follow("#check");
        browser.await("#first");

        assertThat(browser.texts("[data-count=accepted] dd")).containsExactly("1");
        assertThat(Qadam.filesWith(text -> text.contains(school.code()))).isNotEmpty();
        assertThat(Qadam.filesWith(text -> text.contains("Planted-Person") || text.contains(iin)))
                .isEmpty();
    }

    @Test
    void it_is_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            open(language);
            browser.look("table-profiles", language);
            browser.element("#file").sendKeys(SHEET.toString());
            browser.follow("#read");
            browser.await("#missing");
            browser.look("table-profile-guessed", language);
            choose("cohort.from", "=pupils");
            choose("enrolledOn.from", "text");
            browser.follow("#check");
            browser.await(".problem");
            browser.look("table-profile-refused", language);
            browser.element("[id='enrolledOn.text']").sendKeys("2026-02-01");
            browser.follow("#check");
            browser.await("#first");
            browser.look("table-profile-checked", language);
        }
    }

    @Test
    void the_page_of_completions_is_the_same() throws IOException {
        browser.open(qadam.address(Service.PROGRESS) + "/completion-table-profiles?lang=en");
        browser.element("#file").sendKeys(export("oneroster-enrollments.csv").toString());
        browser.follow("#read");
        browser.await("#missing");
        choose("enrolment.from", "template");
        browser.element("[data-column=enrolment] summary").click();
        browser.element("[id='enrolment.text']").sendKeys("{userSourcedId}/{classSourcedId}");
        browser.follow("#check");
        browser.await("#first");

        assertThat(browser.texts("[data-count=pending] dd")).containsExactly("2");
        assertThat(browser.texts("[data-count=left-out] dd")).containsExactly("3");
        browser.look("table-profile-completions", "en", 1280);
    }

    private void open(String language) {
        browser.open(qadam.address(Service.ENROLMENT) + PAGE + "?lang=" + language);
        browser.await("#read");
    }

    private void openToSend() {
        browser.open(qadam.address(Service.ENROLMENT) + "/enrolment-files?profile=sheet&lang=kk");
        browser.await("#profile");
    }

    private void choose(String field, String value) {
        String option = "[id='%s'] option[value='%s']".formatted(field, value);
        browser.await(option).element(option).click();
    }

    private void openMore(String column) {
        browser.element("[data-column=" + column + "] summary").sendKeys(Keys.ENTER);
    }
}
