package kz.qadam.chassis.http.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as another program writes them, read as people see them there. */
class SpreadsheetTest {

    private static Map<Integer, List<String>> rows(XSSFWorkbook workbook) {
        var bytes = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(bytes);
            return ReadFile.rows(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(Consumer<Cell> fill) {
        var workbook = new XSSFWorkbook();
        fill.accept(workbook.createSheet().createRow(0).createCell(0));
        return rows(workbook).get(1).get(0);
    }

    private static Consumer<Cell> formatted(String format, Consumer<Cell> fill) {
        return cell -> {
            CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
            style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
            cell.setCellStyle(style);
            fill.accept(cell);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "991231100010, 991231100010",
        "9123110001, 9123110001",
        "36, 36",
        "0.87, 0.87",
        "0.1, 0.1",
        "-1.50, -1.5",
        "1e20, 100000000000000000000",
        "0, 0",
        "1e-7, 0.0000001"
    })
    void a_number_has_neither_an_exponent_nor_an_empty_fraction(double stored, String text) {
        assertThat(shown(cell -> cell.setCellValue(stored))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "m/d/yy, 2026-05-31",
        "dd\\.mm\\.yyyy;@, 2026-05-31",
        "[$-419]d mmm yyyy \"г.\", 2026-05-31",
        "[$-43F]d mmmm yyyy, 2026-05-31",
        "mmm-yy, 2026-05-31",
        "m/d/yy h:mm, 2026-05-31T14:22:00",
        "0.00, 46173.598611111",
        "General, 46173.598611111",
        "[Red]0.00 \"ds\", 46173.598611111"
    })
    void a_date_is_what_is_shown_as_one(String format, String text) {
        LocalDateTime at = LocalDateTime.of(2026, 5, 31, 14, 22);

        assertThat(shown(formatted(format, cell -> cell.setCellValue(at)))).startsWith(text);
    }

    @ParameterizedTest
    @CsvSource({
        "000000000000, 9123110001, 009123110001",
        "000000000000;@, 9123110001, 009123110001",
        "[$-43F]000000, 42, 000042",
        "000, 1234, 1234",
        "000, 0.5, 0.5",
        "000, -5, -5",
        "0, 5, 5"
    })
    void zeros_in_front_are_those_that_are_shown(String format, double stored, String text) {
        assertThat(shown(formatted(format, cell -> cell.setCellValue(stored)))).isEqualTo(text);
    }

    @Test
    void a_day_has_no_time() {
        LocalDate day = LocalDate.of(2026, 2, 1);

        assertThat(shown(formatted("dd.mm.yyyy hh:mm", cell -> cell.setCellValue(day))))
                .isEqualTo("2026-02-01");
        assertThat(shown(formatted("yyyy-mm-dd", cell -> cell.setCellValue(1)))).isEqualTo("1900-01-01");
        assertThat(shown(formatted("yyyy-mm-dd", cell -> cell.setCellValue(-1))))
                .isEqualTo("-1");
        assertThat(shown(formatted("hh:mm", cell -> cell.setCellValue(0.5)))).isEqualTo("12:00");
    }

    @Test
    void days_are_counted_from_1904_where_an_old_mac_did() {
        var workbook = new XSSFWorkbook();
        workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
        Cell cell = workbook.createSheet().createRow(0).createCell(0);
        formatted("yyyy-mm-dd", it -> it.setCellValue(LocalDate.of(2026, 2, 1))).accept(cell);

        assertThat(rows(workbook).get(1)).containsExactly("2026-02-01");
    }

    @Test
    void a_text_stays_as_it_is() {
        assertThat(shown(cell -> cell.setCellValue(" Әлия\nЫбырай-қызы «Ё» 😀 ")))
                .isEqualTo(" Әлия\nЫбырай-қызы «Ё» 😀 ");
        assertThat(shown(cell -> cell.setCellValue("001"))).isEqualTo("001");
        assertThat(shown(cell -> cell.setCellValue("a_x005F_x0041_"))).isEqualTo("a_x0041_");
        assertThat(shown(cell -> cell.setCellValue("a\rb"))).isEqualTo("a\rb");
    }

    @Test
    void a_text_in_several_fonts_is_one_text() {
        var workbook = new XSSFWorkbook();
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        var text = new XSSFRichTextString("Алматы қаласы");
        text.applyFont(3, 6, bold);
        workbook.createSheet().createRow(0).createCell(0).setCellValue(text);

        assertThat(rows(workbook).get(1)).containsExactly("Алматы қаласы");
    }

    @Test
    void a_formula_is_what_it_came_to() {
        var workbook = new XSSFWorkbook();
        var row = workbook.createSheet().createRow(0);
        row.createCell(0).setCellFormula("1+1.5");
        row.createCell(1).setCellFormula("\"a\"&\"ә\"");
        row.createCell(2).setCellFormula("1=1");
        row.createCell(3).setCellFormula("1/0");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        row.createCell(4).setCellFormula("2+2");

        assertThat(rows(workbook).get(1)).containsExactly("2.5", "aә", "true", "#DIV/0!", "");
    }

    @Test
    void truth_and_errors_are_words() {
        assertThat(shown(cell -> cell.setCellValue(true))).isEqualTo("true");
        assertThat(shown(cell -> cell.setCellValue(false))).isEqualTo("false");
        assertThat(shown(cell -> cell.setCellErrorValue(FormulaError.REF.getCode())))
                .isEqualTo("#REF!");
    }

    @Test
    void rows_and_cells_keep_their_places_in_the_sheet() {
        var workbook = new XSSFWorkbook();
        var sheet = workbook.createSheet();
        sheet.createRow(2).createCell(1).setCellValue("b3");
        sheet.createRow(9).createCell(27).setCellValue("ab10");

        assertThat(rows(workbook)).satisfies(rows -> {
            assertThat(rows.keySet()).containsExactly(3, 10);
            assertThat(rows.get(3)).containsExactly("", "b3");
            assertThat(rows.get(10)).hasSize(28).endsWith("ab10");
        });
    }

    @Test
    void it_is_the_first_sheet_that_people_see() {
        var workbook = new XSSFWorkbook();
        for (String name : List.of("lists", "pupils", "help")) {
            workbook.createSheet(name).createRow(0).createCell(0).setCellValue(name);
        }
        workbook.setActiveSheet(1);
        workbook.setSheetVisibility(0, SheetVisibility.VERY_HIDDEN);

        assertThat(rows(workbook).get(1)).containsExactly("pupils");
    }

    @Test
    void texts_that_many_cells_share_are_found_in_any_order() {
        int[] order =
                IntStream.range(0, 20_000).map(i -> (int) (i * 7919L % 20_000)).toArray();
        var workbook = new XSSFWorkbook();
        var sheet = workbook.createSheet();
        for (int i = 0; i < order.length; i++) {
            sheet.createRow(i).createCell(0).setCellValue("Әріп " + i);
        }
        for (int i = 0; i < order.length; i++) {
            sheet.getRow(i).createCell(1).setCellValue("Әріп " + order[i]);
        }

        assertThat(rows(workbook).values())
                .extracting(cells -> cells.get(1))
                .containsExactlyElementsOf(
                        IntStream.of(order).mapToObj(i -> "Әріп " + i).toList());
    }

    @Test
    void while_a_file_is_read_no_other_file_can_be_seen() throws IOException {
        var workbook = new XSSFWorkbook();
        workbook.createSheet().createRow(0).createCell(0).setCellValue("a");
        var bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        List<Path> before = temporary();

        try (Spreadsheet sheet =
                Spreadsheet.open(new ByteArrayInputStream(bytes.toByteArray()), UnpackingLimits.BATCH)) {
            assertThat(sheet.next()).isTrue();
            // Tests in other JVMs have such files for a moment; one of this sheet would stay.
            await().untilAsserted(() -> assertThat(before).containsAll(temporary()));
        }
    }

    private static List<Path> temporary() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().startsWith("spool"))
                            .sorted()
                            .toList());
        }
    }
}
