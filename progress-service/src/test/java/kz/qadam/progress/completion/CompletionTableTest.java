package kz.qadam.progress.completion;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as people have them: templates that they filled in, and sheets of their own. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CompletionTableTest {

    private final Partner school = Partner.school();

    @BeforeAll
    static void programme() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
    }

    private RequestSpecification partner() {
        return given().auth().oauth2(Tokens.of("partner", school.institution()));
    }

    private byte[] template(String form) {
        return partner()
                .get("/v1/completions/template." + form)
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"completions." + form + "\""))
                .extract()
                .asByteArray();
    }

    /** As an office program does it: texts where the template says so, and a day where the cell was given that form. */
    private static byte[] filledIn(byte[] template) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            var sheet = workbook.getSheetAt(0);
            String[] first = {"C-1", "", "E-1", "31.05.2026", "0,87"};
            for (int i = 0; i < first.length; i++) {
                cell(sheet, 1, i).setCellValue(first[i]);
            }
            cell(sheet, 2, 0).setCellValue("C-2");
            cell(sheet, 2, 2).setCellValue("E-2");
            var day = workbook.createCellStyle();
            day.setDataFormat((short) 14);
            cell(sheet, 2, 3).setCellStyle(day);
            cell(sheet, 2, 3).setCellValue(LocalDate.of(2026, 5, 31));
            cell(sheet, 2, 4).setCellValue(0.87);
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Cell cell(Sheet sheet, int row, int column) {
        return CellUtil.getCell(CellUtil.getRow(row, sheet), column);
    }

    @Test
    void a_template_that_was_filled_in_is_taken() {
        school.send("/v1/completions/batch", Batch.XLSX, filledIn(template("xlsx")))
                .statusCode(207)
                .body("results.status", contains("pending", "pending"))
                .body("results.line", contains(2, 3));

        school.get("/v1/completions?reference=C-2").body("items.completedOn", contains("2026-05-31"));
    }

    @ParameterizedTest
    @CsvSource({"csv, " + Batch.CSV, "xlsx, " + Batch.XLSX})
    void a_template_that_was_not_filled_in_holds_nothing(String form, String type) {
        school.send("/v1/completions/batch", type, template(form))
                .statusCode(400)
                .body("errors.code", contains("empty"));
    }

    @Test
    void the_templates_have_every_column_that_is_read() {
        assertThat(CompletionTemplateResource.TEMPLATE.names())
                .containsExactlyElementsOf(CompletionPost.COLUMNS.names());
    }

    @Test
    void what_differs_from_what_was_sent_first_is_named_by_column() {
        String row = "reference;enrolment;completedOn;score\nD-1;E-1;31.05.2026;0,8\n";
        school.csv("/v1/completions/batch", row).statusCode(207);

        school.csv("/v1/completions/batch", row.replace("31.05", "30.05").replace("0,8", "0,9"))
                .statusCode(207)
                .body("results.status", contains("conflict"))
                .body("results[0].problem.errors.column", contains("completedOn", "score"));
    }

    @Test
    void all_that_is_wrong_with_a_row_is_written_at_its_end() {
        String answer = partner()
                .contentType(Batch.CSV)
                .accept(Batch.CSV)
                .body(
                        "reference;enrolment;completedOn;score\r\nC-1;E-1;31/05/2026;0,87 %\r\nC-2;E-1;31.05.2026;0,87\r\n")
                .post("/v1/completions/batch")
                .then()
                .statusCode(207)
                .extract()
                .asString();

        assertThat(answer.lines())
                .satisfiesExactly(
                        header -> assertThat(header)
                                .isEqualTo("\uFEFFreference;enrolment;completedOn;score;_line;_status;_error;_id"),
                        first -> assertThat(first)
                                .isEqualTo(
                                        "C-1;E-1;31/05/2026;0,87 %;2;rejected;\"completedOn: 31/05/2026 is not a date such"
                                                + " as 2026-05-31 or 31.05.2026; slashes are not read. score: 0,87 % is not a number.\";"),
                        second -> assertThat(second).startsWith("C-2;E-1;31.05.2026;0,87;3;pending;;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aigerim", "31 May", "N1234567", "12345678", "870101300017", "+7 701 234 56 78"})
    void a_value_that_may_name_somebody_is_not_repeated(String value) {
        school.send(
                        "/v1/completions/batch",
                        "text/csv",
                        "reference,enrolment,completedOn\nC-1,E-1,%s\n"
                                .formatted(value)
                                .getBytes(UTF_8))
                .body("results[0].problem.errors[0].detail", startsWith("completedOn is not a date such as"));
    }

    private ValidatableResponse savedByLibreOffice(String type, String file) throws IOException {
        try (InputStream saved = getClass().getResourceAsStream("/libreoffice/" + file)) {
            return school.send("/v1/completions/batch", type, saved.readAllBytes())
                    .statusCode(207);
        }
    }

    @Test
    void a_sheet_that_libreoffice_saved_is_taken_but_for_a_score_that_is_no_number() throws IOException {
        savedByLibreOffice(Batch.XLSX, "scores.xlsx")
                .body("results.status", contains("pending", "pending", "pending", "rejected"));
    }

    /** Days and scores are numbers there, texts, or percentages. */
    @Test
    void a_csv_that_libreoffice_saved_says_the_same_as_the_sheet_where_it_can() throws IOException {
        savedByLibreOffice(Batch.XLSX, "scores.xlsx");

        savedByLibreOffice(Batch.CSV, "scores-as-shown.csv")
                .body("results.status", contains("duplicate", "duplicate", "rejected", "rejected"))
                .body("results[2].problem.errors.column", contains("completedOn", "score"));
    }
}
