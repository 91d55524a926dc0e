package kz.qadam.chassis.http.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.testing.Exports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first rows of a table that is not in the columns of a template. */
class TableSampleTest {

    private static List<String> cells(TableSample sample, int row) {
        return sample.rows().get(row).cells();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b,c;d\n1;2;3\n", "a\tb,c\td\n1\t2\t3\n", "a,\"b,c\",d\n1,2,3\n"})
    void whichever_separator_a_csv_has(String csv) {
        assertThat(cells(TableSample.ofText(csv), 0)).containsExactly("a", "b,c", "d");
    }

    @Test
    void a_csv_of_windows_is_read_and_says_so() {
        TableSample sample = TableSample.ofText(Exports.bytes("college-report.csv"));

        assertThat(sample.encoding().name()).isEqualTo("windows-1251");
        assertThat(cells(sample, 2)).contains("Программа");
    }

    @Test
    void a_csv_with_a_mark_is_read_as_the_mark_says() {
        byte[] sent = "\uFEFFЖСН;Күні\n1;2\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(cells(TableSample.ofText(sent), 0)).containsExactly("ЖСН", "Күні");
    }

    @Test
    void a_sheet_of_a_spreadsheet_is_named() {
        byte[] register = Exports.bytes("university-register.xlsx");

        assertThat(TableSample.sheets(register)).containsExactly("Титул", "Ведомость");
        assertThat(cells(TableSample.ofSheet(register, "Ведомость"), 2)).contains("ИИН", "Оценка, итог. (%)");
        assertThatThrownBy(() -> TableSample.ofSheet(register, "Other")).isInstanceOf(Problem.class);
    }

    @Test
    void as_text_it_is_read_again_as_the_same_rows_in_the_same_lines() {
        TableSample sample = TableSample.ofSheet(Exports.bytes("university-register.xlsx"), "Ведомость");

        assertThat(sample.rows()).extracting(Row::line).startsWith(1, 2, 5, 6);
        assertThat(TableSample.ofText(sample.text()).rows()).isEqualTo(sample.rows());
    }

    @Test
    void of_a_long_table_it_has_the_first_rows() {
        assertThat(TableSample.ofText("a;b\n".repeat(1_000)).rows()).hasSize(200);
    }
}
