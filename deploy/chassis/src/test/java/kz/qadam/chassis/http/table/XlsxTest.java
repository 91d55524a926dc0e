package kz.qadam.chassis.http.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.problem.Problem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxTest {

    private record Toy(String name, String city) {}

    private static BodyRows open(String[]... cells) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            for (int row = 0; row < cells.length; row++) {
                var at = sheet.createRow(row);
                for (int column = 0; column < cells[row].length; column++) {
                    at.createCell(column).setCellValue(cells[row][column]);
                }
            }
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return BodyRows.of(
                new ByteArrayInputStream(bytes.toByteArray()),
                MediaType.valueOf(BodyRows.XLSX),
                ItemReader.of(Toy.class).columns());
    }

    private static String[] row(String... cells) {
        return cells;
    }

    @Test
    void a_row_is_named_by_its_number_in_the_sheet_and_blank_ones_are_left_out() {
        BodyRows rows = open(row(), row(" name", "city", "", ""), row("", ""), row("Әлия", "Ақтау"), row(" "), row(""));

        List<Row> read = new ArrayList<>();
        rows.forEachRemaining(read::add);

        assertThat(rows.layout()).isEqualTo(new Layout(List.of("name", "city"), ';'));
        assertThat(read).containsExactly(Row.of(4, List.of("Әлия", "Ақтау")));
    }

    @Test
    void a_name_in_the_header_row_is_read_as_strictly_as_in_a_csv() {
        assertThat(refusal(row("Name"), row("a"))).containsExactly("unknown-column/letter-case");
    }

    private static List<String> refusal(String[]... cells) {
        return catchThrowableOfType(Problem.class, () -> open(cells)).errors().stream()
                .map(fault -> fault.text().key())
                .toList();
    }

    @Test
    void a_sheet_with_a_header_row_and_nothing_else_is_refused() {
        assertThat(refusal(row("name"), row(" "))).containsExactly("empty");
    }

    @Test
    void a_sheet_without_a_header_row_is_refused() {
        assertThat(refusal()).containsExactly("empty/header");
    }
}
