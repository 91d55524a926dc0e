package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.qadam.chassis.testing.Exports;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page guesses of tables of other systems, and what somebody has to add before their rows are kept. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentTableGuessTest {

    private ProfilePage page;

    @BeforeEach
    void open() {
        page = new ProfilePage();
    }

    @Test
    void a_teachers_sheet_is_recognised_but_for_what_it_does_not_say() {
        ShownForm guessed = page.guess("village-school.csv");

        assertThat(guessed.value("iin.from")).isEqualTo("h0:ЖСН");
        assertThat(guessed.value("course.from")).isEqualTo("h0:Курс");
        assertThat(guessed.value("completedOn.from")).isEqualTo("h0:Күні");
        assertThat(guessed.value("completedOn.days")).isEqualTo("d MMMM yyyy; d.M.yy");
        assertThat(guessed.value("rows.0.from")).isEqualTo("h0:Аяқтады");
        assertThat(guessed.value("rows.0.keep.0")).isEqualTo("Иә");
        assertThat(guessed.html()).contains("Still to be said: Cohort, Day of the enrolment.");
    }

    @Test
    void it_is_saved_and_reads_the_sheet_as_the_page_has_said() {
        ShownForm checked = page.check(page.filledIn()).with("name", "sheet");

        page.save(checked)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/enrolment-files?profile=sheet&lang=en"));

        Map<Integer, String> tried = page.verdicts("village-school.csv", "?profile=sheet&dryRun=true");
        assertThat(page.verdicts("village-school.csv", "?profile=sheet")).isEqualTo(tried);
        assertThat(tried).isEqualTo(Map.of(5, "accepted", 7, "accepted", 8, "rejected", 9, "accepted", 10, "accepted"));
    }

    @Test
    void a_universitys_register_needs_three_choices() {
        ShownForm guessed = page.guess("university-register.xlsx");
        assertThat(guessed.value("sheet")).isEqualTo("Ведомость");
        assertThat(guessed.value("rows.0.keep.0")).isEqualTo("Зачтено");

        page.saveAsOwn(guessed.with("course.values.0.means", page.course())
                .with("cohort.from", "=students")
                .with("enrolledOn.from", "text")
                .with("enrolledOn.text", "2026-02-01"));

        assertThat(page.verdicts("university-register.xlsx", "?profile=own"))
                .isEqualTo(Map.of(6, "accepted", 8, "accepted", 9, "rejected", 10, "accepted"));
        assertThat(partner(page.school())
                        .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .accept("text/csv")
                        .body(Exports.bytes("university-register.xlsx"))
                        .post("/v1/enrolments/batch?profile=own")
                        .asString())
                .contains("2026-05-28;0.87", "2026-05-31;0.50");
    }

    @Test
    void a_colleges_report_in_the_encoding_of_windows_needs_the_second_of_two_columns() {
        ShownForm guessed = page.guess("college-report.csv");
        assertThat(guessed.value("encoding")).isEqualTo("windows-1251");
        assertThat(guessed.value("course.from")).isEqualTo("h0:Программа");
        assertThat(guessed.value("score.from")).isEqualTo("h1:Балл");

        page.saveAsOwn(guessed.with("score.from", "h2:Балл")
                .with("course.values.0.means", page.course())
                .with("cohort.from", "=students")
                .with("enrolledOn.from", "text")
                .with("enrolledOn.text", "01.02.2026"));

        assertThat(page.verdicts("college-report.csv", "?profile=own"))
                .isEqualTo(Map.of(4, "accepted", 6, "accepted", 7, "rejected"));
    }

    @Test
    void users_of_oneroster_are_enrolled_in_one_course() {
        ShownForm guessed = page.guess("oneroster-users.csv");
        assertThat(guessed.value("iin.from")).isEqualTo("h0:identifier");

        page.saveAsOwn(guessed.with("course.from", "=" + page.course())
                .with("cohort.from", "=pupils")
                .with("enrolledOn.from", "text")
                .with("enrolledOn.text", "2026-02-01"));

        assertThat(page.verdicts("oneroster-users.csv", "?profile=own"))
                .isEqualTo(Map.of(2, "accepted", 3, "accepted"));
    }

    @Test
    void names_and_numbers_need_only_what_is_the_same_in_each_row() {
        ShownForm pasted =
                new ShownForm(page.paste(new String(Exports.bytes("names-and-numbers.csv"), StandardCharsets.UTF_8)));

        page.saveAsOwn(pasted.with("course.from", "=" + page.course())
                .with("cohort.from", "=citizens")
                .with("enrolledOn.from", "text")
                .with("enrolledOn.text", "2026-02-01"));

        assertThat(page.verdicts("names-and-numbers.csv", "?profile=own").values())
                .containsExactly("accepted", "accepted", "accepted");
    }

    @Test
    void below_another_header_row_the_columns_are_guessed_anew() {
        ShownForm pasted = new ShownForm(page.paste("ЖСН;Курс;Аяқтады\nҚай адам;Белгі;ИИН\nА;1;990403200019\n"));
        assertThat(pasted.value("iin.from")).isEqualTo("h0:ЖСН");

        ShownForm moved = page.check(pasted.with("header", "2").with("cohort.from", "=pupils"));

        assertThat(moved.value("iin.from")).isEqualTo("h0:ИИН");
        assertThat(moved.value("reference.from")).isEqualTo("h0:Белгі");
        assertThat(moved.value("course.from")).isEmpty();
        assertThat(moved.value("cohort.from")).isEqualTo("=pupils");
    }
}
