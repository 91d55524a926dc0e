package kz.qadam.chassis.http.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.Columns.Need;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class TemplateTest {

    // Sentences that there are, standing in for those that a service brings.
    private static final Template TEMPLATE = new Template(
            "template.",
            new Columns(List.of(
                    new Column("sheet", "/sheet", Need.YES, Columns.Type.TEXT, "2026-05-31", false),
                    new Column("help", "/help", Need.ONE_OF_THESE, Columns.Type.TEXT, "x", false),
                    new Column("meaning", "/meaning", Need.NO, Columns.Type.TEXT, "0,5", false))));

    private static XSSFWorkbook opened(Language language) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(TEMPLATE.xlsx(language)));
    }

    private static List<String> cells(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(Cell::getStringCellValue)
                .toList();
    }

    @Test
    void a_csv_opens_in_columns_where_numbers_have_a_comma() {
        assertThat(new String(TEMPLATE.csv(), StandardCharsets.UTF_8)).isEqualTo("\uFEFFsheet;help;meaning\r\n");
    }

    @Test
    void whatever_is_typed_into_the_sheet_stays_a_text() throws IOException {
        try (var workbook = opened(Language.EN)) {
            XSSFSheet sheet = workbook.getSheetAt(0);

            assertThat(cells(sheet.getRow(0))).containsExactly("sheet", "help", "meaning");
            assertThat(sheet.getLastRowNum()).isZero();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(IntStream.range(0, 3).mapToObj(sheet::getColumnStyle))
                    .allSatisfy(style -> assertThat(style.getDataFormatString()).isEqualTo("@"));
        }
    }

    @Test
    void a_second_sheet_explains_each_column_in_the_language_of_its_reader() throws IOException {
        try (var workbook = opened(Language.RU)) {
            XSSFSheet help = workbook.getSheetAt(1);

            assertThat(help.getSheetName()).isEqualTo("Столбцы");
            assertThat(cells(help.getRow(1))).containsExactly("sheet", "да", "Таблица", "2026-05-31");
            assertThat(cells(help.getRow(2))).startsWith("help", "один из этих");
        }
    }
}
