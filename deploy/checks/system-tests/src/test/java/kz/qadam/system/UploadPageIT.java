package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The pages on which people send files, in a browser. */
@OnSuite
@Tag("pages")
class UploadPageIT {

    private static final String IMPORTS = "/v1/enrolment-imports/";

    private final Browser browser = new Browser();
    private final Partner partner;
    private final FilesPage enrolments;
    private final FilesPage completions;
    private final List<Enrolment> right;
    private final Enrolment misspelt;
    private final Enrolment mended;

    UploadPageIT(Qadam qadam) throws IOException {
        Institution school = qadam.office().opens("school", "KZ-75");
        Course course = qadam.office().offers(36);
        partner = qadam.partner(school);
        browser.authorize(qadam.tokenOf(school));
        enrolments = new FilesPage(browser, qadam.address(Service.ENROLMENT) + "/enrolment-files");
        completions = new FilesPage(browser, qadam.address(Service.PROGRESS) + "/completion-files");
        right = Stream.generate(() -> Enrolment.of(school, course, "pupils"))
                .limit(3)
                .toList();
        misspelt = Enrolment.of(school, course, "pupils", Iins.misspelt());
        mended = new Enrolment(misspelt.reference(), school, course, "pupils", Iins.next());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void what_became_of_a_file_is_shown_as_the_api_tells_it() throws IOException {
        enrolments.open("ru").choose(file()).send().awaitResult();

        JsonPath job = job(enrolments.shown());
        assertThat(enrolments.outcome()).isEqualTo("Готово. Строк с ошибками: 1");
        assertThat(enrolments.counts())
                .hasSize(4)
                .allSatisfy((verdict, count) -> assertThat(count).isEqualTo(job.getInt(verdict)))
                .containsEntry("accepted", 3)
                .containsEntry("rejected", 1);
        assertThat(browser.element("#mistakes-table").getText()).contains("5", "iin: последняя цифра");
    }

    @Test
    void the_rows_that_were_not_kept_are_saved_mended_and_sent_as_they_are() throws IOException {
        enrolments.open("ru").choose(file()).send().awaitResult();
        browser.element("#download").click();
        Path errors = browser.saved("group-7.csv.errors.csv");
        String corrected = Files.readString(errors).replace(misspelt.iin(), mended.iin());

        enrolments
                .choose(browser.write("group-7.csv.errors.csv", corrected))
                .send()
                .awaitResult();

        assertThat(enrolments.outcome()).isEqualTo("Готово: строк с ошибками нет");
        assertThat(enrolments.counts()).containsEntry("accepted", 1).containsEntry("rejected", 0);
    }

    @Test
    void a_result_with_a_long_name_fits_a_phone() throws IOException {
        browser.beWide(360);
        String content = Files.readString(file());

        enrolments
                .open("kk")
                .choose(browser.write("the-seventh-group-of-the-second-shift-in-november-2026.csv", content))
                .send()
                .awaitResult();

        browser.await("#download").look("result", "kk", 360);
    }

    @Test
    void a_table_to_fill_in_is_saved_and_sent() throws IOException {
        enrolments.open("kk");
        browser.element("#csv").click();
        String header = Files.readString(browser.saved("enrolments.csv"));
        String row = right.get(0).inColumns(header.strip().split(";"));

        enrolments.choose(browser.write("filled.csv", header + row)).send().awaitResult();

        assertThat(enrolments.counts()).containsEntry("accepted", 1);
    }

    @Test
    void a_check_tells_the_same_and_keeps_nothing() throws IOException {
        enrolments.open("kk").choose(file()).check().awaitResult();

        assertThat(enrolments.outcome()).contains("Тексерілді", "1", "Ештеңе сақталған жоқ");
        assertThat(enrolments.counts()).containsEntry("accepted", 3).containsEntry("rejected", 1);
        assertThat(partner.enrolmentsKept()).isZero();
    }

    @Test
    void a_file_is_dropped_anywhere_on_the_page() throws IOException {
        enrolments.open("en");

        browser.run("""
                const dropped = new DataTransfer();
                dropped.items.add(new File([arguments[0]], 'dropped.csv'));
                document.querySelector('h1').dispatchEvent(
                    new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true}));
                """, Enrolment.HEADER + right.get(0).row());
        enrolments.send().awaitResult();

        assertThat(browser.element("#job-title").getText()).isEqualTo("dropped.csv");
        assertThat(enrolments.counts()).containsEntry("accepted", 1);
    }

    @Test
    void another_language_and_another_visit_to_the_page_show_the_same_file() throws IOException {
        enrolments.open("ru").choose(file()).send().awaitResult();
        String shown = enrolments.shown();

        browser.follow("[hreflang=kk]");
        soon().ignoreExceptions().until(() -> enrolments.outcome().equals("Дайын. Қатесі бар жол саны: 1"));

        assertThat(enrolments.shown()).isEqualTo(shown);
        assertThat(browser.element("#recent-files").getText()).contains("group-7.csv", "өңделді");
    }

    @Test
    void a_wrong_header_row_is_explained_next_to_the_file_and_gets_the_focus() throws IOException {
        enrolments
                .open("ru")
                .choose(browser.write("group-7.csv", "reference,ИИН\nE-1,1\n"))
                .send();
        browser.await("#file-problem .problem");

        assertThat(browser.focused()).isEqualTo(browser.element("#file-problem .problem"));
        assertThat(browser.focused().getText()).contains("Запрос не удалось прочитать", "Столбца «ИИН» нет");
    }

    @Test
    void the_keyboard_is_enough() throws IOException {
        enrolments.open("en");
        browser.tabTo("chosen").sendKeys(file().toString());
        browser.await("#send");

        browser.tabTo("send").sendKeys(Keys.ENTER);
        enrolments.awaitResult();
        browser.tabTo("download").sendKeys(Keys.ENTER);

        assertThat(browser.saved("group-7.csv.errors.csv")).content().contains(misspelt.reference());
    }

    @Test
    void completions_that_wait_for_their_enrolment_are_counted_as_pending() throws IOException {
        String rows = right.stream().map(one -> one.completed(0).row()).collect(Collectors.joining());

        completions
                .open("kk")
                .choose(browser.write("group-7.csv", Completion.HEADER + rows))
                .send()
                .awaitResult();

        assertThat(completions.counts()).hasSize(6).containsEntry("pending", 3);
    }

    @Test
    void a_check_of_accessibility_objects_to_nothing() throws IOException {
        enrolments.open("kk");
        assertThat(browser.objections()).as("at first").isEmpty();
        enrolments.choose(file());
        browser.run("document.querySelectorAll('details').forEach(part => { part.open = true; })");
        assertThat(browser.objections()).as("with a file").isEmpty();
        enrolments.check().awaitResult();
        assertThat(browser.objections()).as("with a checked file").isEmpty();
        browser.slowDown(100);
        enrolments.send();
        browser.await("#sent-progress");
        assertThat(browser.objections()).as("while it is sent").isEmpty();
        browser.slowDown(-1);
        browser.await("[data-state=finished]");
        enrolments.awaitResult();
        assertThat(browser.objections()).as("with what became of it").isEmpty();
        enrolments
                .choose(browser.write("group-8.csv", "reference,ИИН\nE-1,1\n"))
                .send();
        browser.await("#file-problem .problem");
        assertThat(browser.objections()).as("with a file that cannot be read").isEmpty();
    }

    /** Three rows are right, and in the last one is a slip of the pen. */
    private Path file() throws IOException {
        String rows = Stream.concat(right.stream(), Stream.of(misspelt))
                .map(Enrolment::row)
                .collect(Collectors.joining());
        return browser.write("group-7.csv", Enrolment.HEADER + rows);
    }

    private JsonPath job(String id) {
        return new LargeFile(partner.enrolment(), IMPORTS + id).awaitEnd();
    }
}
