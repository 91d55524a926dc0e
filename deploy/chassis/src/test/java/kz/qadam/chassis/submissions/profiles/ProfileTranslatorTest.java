package kz.qadam.chassis.submissions.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.Columns.Need;
import kz.qadam.chassis.http.table.Row;
import kz.qadam.chassis.http.xlsx.UnpackingLimits;
import kz.qadam.chassis.testing.Exports;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of other systems, read as they are. */
class ProfileTranslatorTest {

    private static final Columns COLUMNS = new Columns(List.of(
            new Column("iin", "/iin", Need.YES, Columns.Type.TEXT, "", true),
            new Column("course", "/course", Need.YES, Columns.Type.TEXT, "", false),
            new Column("on", "/on", Need.YES, Columns.Type.DAY, "", false),
            new Column("score", "/score", Need.NO, Columns.Type.NUMBER, "", false)));

    /** What was read of a table: a line for each row, and how many rows were left out. */
    private record Read(List<String> rows, int leftOut) {}

    private static Read read(String profile, String type, byte[] table) {
        var translation = new ProfileTranslator(TableProfiles.read(profile), COLUMNS);
        BodyRows rows = BodyRows.translated(
                new ByteArrayInputStream(table), MediaType.valueOf(type), translation, UnpackingLimits.BATCH);
        List<String> read = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            read.add(row.line() + ":" + String.join("|", row.cells()));
        }
        return new Read(read, rows.leftOut());
    }

    private static Read csv(String profile, String table) {
        return read(profile, BodyRows.CSV, table.getBytes(StandardCharsets.UTF_8));
    }

    private static Read export(String profile, String name) {
        return read(profile, name.endsWith("xlsx") ? BodyRows.XLSX : BodyRows.CSV, Exports.bytes(name));
    }

    @Test
    void a_teachers_sheet_with_titles_above_and_a_footer_below() {
        Read read = export("""
                {"columns": [
                  {"name": "iin", "headers": ["ИИН", "ЖСН"]},
                  {"name": "course", "headers": ["курс"], "values": [{"sent": "python негіздері", "means": "AI-101"}]},
                  {"name": "on", "headers": ["Күні"], "dayFormats": ["d MMMM yyyy", "dd.MM.yy"]}],
                 "rows": [{"headers": ["Аяқтады"], "keep": ["Иә"]}]}
                """, "village-school.csv");

        assertThat(read.rows())
                .containsExactly(
                        "5:990403200019|AI-101|29.05.2026",
                        "7:990403200039|AI-101|30.05.2026",
                        "8:990403200049|Алгебра|25.05.2026",
                        "9:990403200059|AI-101|2026-05-30",
                        "10:990403200069|AI-101|2026-06-01");
        assertThat(read.leftOut()).isEqualTo(1);
    }

    @Test
    void a_universitys_register_with_a_cover_sheet_and_numbers_as_a_spreadsheet_has_them() {
        Read read = export("""
                {"sheet": "ведомость",
                 "columns": [
                  {"name": "iin", "headers": ["ИИН"]},
                  {"name": "course", "headers": ["Дисциплина"],
                   "values": [{"sent": "Искусственный интеллект: введение", "means": "AI-101"}]},
                  {"name": "on", "headers": ["Дата закрытия"]},
                  {"name": "score", "headers": ["Оценка, итог. (%)"], "unit": "percent"}],
                 "rows": [{"headers": ["Статус"], "keep": ["Зачтено"]},
                          {"headers": ["Дисциплина"], "keep": ["Искусственный интеллект: введение"]}]}
                """, "university-register.xlsx");

        assertThat(read.rows())
                .containsExactly(
                        "6:990711200013|AI-101|2026-05-28|0.87",
                        "8:990711200033|AI-101|2026-05-29|1.00",
                        "10:990711200053|AI-101|2026-05-31|0.50");
        // The last one is signed by the dean.
        assertThat(read.leftOut()).isEqualTo(3);
    }

    @Test
    void a_colleges_report_in_the_encoding_of_windows_with_a_header_that_occurs_twice() {
        Read read = export("""
                {"encoding": "windows-1251",
                 "columns": [
                  {"name": "iin", "headers": ["ИИН"]},
                  {"name": "course", "constant": "DATA-1"},
                  {"name": "on", "headers": ["Дата"]},
                  {"name": "score", "headers": ["Балл"], "occurrence": 2, "unit": "percent"}],
                 "rows": [{"headers": ["Итог"], "keep": ["сдал(а)"]},
                          {"headers": ["Программа"], "keep": ["Основы работы с данными (36 ч.)"]}]}
                """, "college-report.csv");

        assertThat(read.rows())
                .containsExactly("4:990915200012|DATA-1|31.05.2026|0.875", "6:990915200032|DATA-1|01.06.2026|0.90");
    }

    @Test
    void a_platforms_gradebook_with_american_days_and_a_row_of_most_points() {
        Read read = export("""
                {"columns": [
                  {"name": "_who", "headers": ["SIS User ID"]},
                  {"name": "on", "headers": ["Completed At"], "dayFormats": ["M/d/yyyy h:mm a"]},
                  {"name": "score", "headers": ["Final Score"], "occurrence": 1, "unit": "percent"}],
                 "rows": [{"headers": ["SIS User ID"]}, {"headers": ["Completed At"]}]}
                """, "platform-gradebook.csv");

        assertThat(read.rows()).containsExactly("3:KZ-10231|2026-05-29|0.9200", "5:KZ-10233|2026-06-01|1.0000");
    }

    @Test
    void enrolments_of_oneroster() {
        Read read = export("""
                {"columns": [
                  {"name": "course", "template": "{classSourcedId}/{userSourcedId}"},
                  {"name": "on", "headers": ["endDate"]}],
                 "rows": [{"headers": ["status"], "keep": ["active"]}, {"headers": ["role"], "keep": ["student"]},
                          {"headers": ["endDate"]}]}
                """, "oneroster-enrollments.csv");

        assertThat(read.rows()).containsExactly("2:c-python/u-001|2026-05-29", "6:c-algebra/u-001|2026-05-29");
        assertThat(read.leftOut()).isEqualTo(3);
    }

    private static final String OF_DAYS = """
            {"columns": [{"name": "on", "headers": ["Day"], "dayFormats": ["M/d/yyyy", "d MMMM yyyy г.", "d MMM yyyy"]}]}
            """;

    @ParameterizedTest
    @CsvSource({
        "5/31/2026, 2026-05-31",
        "31 мая 2026 г., 2026-05-31",
        "1 Маусым 2026 г., 2026-06-01",
        "3 may 2026, 2026-05-03",
        "31/5/2026, 31/5/2026",
        "2/30/2026, 2/30/2026",
        "2026-05-31T19:30:00Z, 2026-06-01",
        "2026-05-31T19:30:00.5+05:00, 2026-05-31",
        "2026-05-31 19:30:00 UTC, 2026-06-01",
        "2026-05-31 9:30, 2026-05-31",
        "31.05.2026 23:59:59, 31.05.2026",
        "yesterday, yesterday"
    })
    void a_day_is_read_in_the_formats_of_the_profile_and_with_a_time(String sent, String read) {
        assertThat(csv(OF_DAYS, "Day\n" + sent + "\n").rows()).containsExactly("2:" + read);
    }

    @Test
    void latin_and_cyrillic_letters_that_look_alike_make_no_difference() {
        assertThat(csv(
                                "{\"columns\": [{\"name\": \"iin\", \"headers\": [\"КУРС ТОП\"]}]}",
                                "  KYPC\u00a0\u00a0tоп \n1\n")
                        .rows())
                .containsExactly("2:1");
    }

    @Test
    void a_table_without_the_header_row_is_refused_with_what_is_missing() {
        assertThatThrownBy(() -> csv(
                        "{\"columns\": [{\"name\": \"iin\", \"headers\": [\"ИИН\", \"ЖСН\"]},"
                                + " {\"name\": \"on\", \"headers\": [\"Дата\"]}]}",
                        "Отчёт\nФИО;Дата\nА;1\n"))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(fault -> fault.text().in(Language.EN))
                        .containsExactly(
                                "The header row was not found: there is no column “ИИН / ЖСН” (row 2 comes nearest)."));
    }

    @Test
    void a_header_that_occurs_twice_has_to_be_told_apart() {
        assertThatThrownBy(() -> csv("{\"columns\": [{\"name\": \"iin\", \"headers\": [\"A\"]}]}", "a;b;А\n1;2;3\n"))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(fault -> fault.text().code())
                        .containsExactly("doubled-column"));
    }

    @Test
    void a_table_of_which_every_row_is_left_out_says_so() {
        assertThatThrownBy(() -> csv(
                        "{\"columns\": [{\"name\": \"iin\", \"headers\": [\"A\"]}], \"rows\": [{\"headers\": [\"B\"], \"keep\": [\"x\"]}]}",
                        "A,B\n1,y\n2,z\n"))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(fault -> fault.text().in(Language.EN))
                        .containsExactly("There is no row: the rules of the profile left out all 2."));
    }

    @Test
    void a_file_that_is_no_table_is_refused() {
        assertThatThrownBy(() -> read("{\"columns\": []}", BodyRows.NDJSON, "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("only for tables");
    }
}
