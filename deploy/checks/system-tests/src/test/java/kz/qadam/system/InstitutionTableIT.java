package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The office opens the institutions of a region from one table, in a browser. */
@OnSuite
@Tag("pages")
class InstitutionTableIT {

    private static final int INSTITUTIONS = 940;
    private static final String HEADER = "code\tkind\tnameKk\tnameRu\tnameEn\tregion\tversion\n";

    private final Qadam qadam;
    private final Browser browser = new Browser();
    private final String prefix = "tab-" + UUID.randomUUID().toString().substring(0, 8) + "-";

    InstitutionTableIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        browser.authorize(qadam.tokenOf("office"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void the_institutions_of_a_region_are_opened_from_one_table_by_keyboard() {
        open("kk");
        paste(HEADER
                + IntStream.range(0, INSTITUTIONS)
                        .mapToObj(i -> row(prefix + i, "Мектеп " + i, ""))
                        .collect(Collectors.joining()));
        browser.followByKeyboard("check");
        browser.await("[data-state=would-do]");
        assertThat(counts()).containsExactly("940", "0", "0", "0");
        browser.followByKeyboard("confirm");
        browser.await("[data-state=done]");

        assertThat(counts()).containsExactly("940", "0", "0", "0");
        assertThat(nameOf(prefix + (INSTITUTIONS - 1))).isEqualTo("Мектеп 939");
        soon().untilAsserted(() -> assertThat(qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor"))
                        .get("/v1/audit/coverage?state=never&region=KZ-75&limit=1000")
                        .jsonPath()
                        .getList("institutions.institution", String.class))
                .contains(prefix + 0, prefix + (INSTITUTIONS - 1)));
    }

    @Test
    void it_is_read_in_each_language_on_a_phone_and_on_a_desk() throws IOException {
        String known = qadam.office().opens("school", "KZ-75").code();
        browser.beWide(360);
        for (String language : List.of("kk", "ru", "en")) {
            open(language);
            browser.look("institution-table-form", language);
            paste(HEADER
                    + row(prefix + "a", "Мектеп", "")
                    + row(known, "Басқа мектеп", "1")
                    + row("№ 7", "Мектеп", ""));
            browser.follow("#check");
            browser.await("[data-state=would-do]");
            assertThat(counts()).containsExactly("1", "1", "0", "1");
            browser.look("institution-table-check", language);
            paste("colour\nred\n");
            browser.follow("#check");
            browser.await(".problem");
            browser.look("institution-table-refused", language);
        }
    }

    @Test
    void it_works_without_a_script() {
        browser.withoutScripts();
        open("ru");
        browser.element("#table")
                .sendKeys("code;kind;nameKk;nameRu;nameEn\n%sb;school;Мектеп;Школа;School".formatted(prefix));
        browser.follow("#check");
        browser.follow("#confirm");
        browser.await("[data-state=done]");
        assertThat(nameOf(prefix + "b")).isEqualTo("Мектеп");
    }

    private void open(String language) {
        browser.open(qadam.address(Service.ENROLMENT) + "/institution-table?lang=" + language);
    }

    /** As from a spreadsheet. */
    private void paste(String table) {
        browser.run("document.getElementById('table').value = arguments[0]", table);
    }

    private static String row(String code, String name, String version) {
        return "%s\tschool\t%s\tШкола\tSchool\tKZ-75\t%s\n".formatted(code, name, version);
    }

    private List<String> counts() {
        return browser.texts(".counts dd");
    }

    private String nameOf(String code) {
        return qadam.anybody(Service.ENROLMENT)
                .get("/v1/institutions/" + code)
                .jsonPath()
                .getString("names.kk");
    }
}
