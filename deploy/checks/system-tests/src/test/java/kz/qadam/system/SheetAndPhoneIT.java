package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A school that has one sheet of names and numbers, a phone, and nothing else. */
@OnSuite
@Tag("pages")
class SheetAndPhoneIT {

    private static final int PHONE = 360;
    private static final int PEOPLE = 3;

    private static final String PROFILE = """
            {"columns": [
               {"name": "iin", "headers": ["ЖСН"]},
               {"name": "_аты-жөні", "headers": ["Аты-жөні"]},
               {"name": "course", "constant": "%s"},
               {"name": "cohort", "constant": "pupils"},
               {"name": "enrolledOn", "constant": "2026-01-05"},
               {"name": "completedOn", "constant": "2026-01-20"}]}
            """;

    private final Browser browser = new Browser();
    private final Qadam qadam;
    private final Institution school;
    private final Course course;

    SheetAndPhoneIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        school = qadam.office().opens("school", "KZ-75");
        course = qadam.office().offers(36);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void the_sheet_becomes_completions_that_count() throws IOException {
        savesProfile();
        browser.authorize(qadam.tokenOf(school));
        var enrolments = new FilesPage(browser, qadam.address(Service.ENROLMENT) + "/enrolment-files");
        browser.beWide(PHONE);

        enrolments.open("kk").choose(browser.write("9-A.csv", sheet()));
        browser.await("#profile");
        browser.element("#profile option[value=names]").click();
        enrolments.send().awaitResult();
        assertThat(enrolments.counts()).containsEntry("accepted", PEOPLE);
        browser.element("#kept-rows").click();
        Path next = browser.saved("9-A.csv.kept.csv");
        assertThat(Files.readString(next)).contains("Оқушы 2").doesNotContain("ЖСН", "iin");

        var completions = new FilesPage(browser, qadam.address(Service.PROGRESS) + "/completion-files");
        completions.open("kk").choose(browser.write("next.csv", Files.readString(next)));
        completions.send().awaitResult();
        soon().untilAsserted(() -> assertThat(completed()).isEqualTo(PEOPLE));
    }

    private void savesProfile() throws IOException {
        qadam.authorized(Service.ENROLMENT, "Bearer " + qadam.tokenOfAdministrator(school))
                .contentType("application/json; charset=UTF-8")
                .body(PROFILE.formatted(course.code()))
                .put("/v1/enrolment-table-profiles/" + school.code() + "/names")
                .then()
                .statusCode(201);
    }

    private static String sheet() {
        return "Аты-жөні;ЖСН\n"
                + IntStream.rangeClosed(1, PEOPLE)
                        .mapToObj(number -> "Оқушы " + number + ";" + Iins.next() + "\n")
                        .collect(Collectors.joining());
    }

    private int completed() {
        Integer found = qadam.exact("/v1/progress/pupils/breakdown?by=institution")
                .get("cells.find { it.key == '" + school.code() + "' }?.completions");
        return found == null ? 0 : found;
    }
}
