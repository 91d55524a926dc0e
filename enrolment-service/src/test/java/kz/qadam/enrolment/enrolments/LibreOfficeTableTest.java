package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.school;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as LibreOffice saves them. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LibreOfficeTableTest {

    /** In each of the files: a person of Almaty, one whose number begins with zeros, and one with a name on two lines. */
    private ValidatableResponse savedByLibreOffice(String type, String file) throws IOException {
        office().body(course(36)).put("/v1/courses/LO-1");
        try (InputStream saved = getClass().getResourceAsStream("/libreoffice/" + file)) {
            return EnrolmentTableTest.batch(school(), type, saved.readAllBytes());
        }
    }

    @Test
    void a_sheet_of_texts_is_taken() throws IOException {
        savedByLibreOffice(Batch.XLSX, "texts.xlsx")
                .body("results.status", contains("accepted", "accepted", "accepted"))
                .body("results.reference", contains("Ә-1/10", "Ё-2/10", "3"))
                .body("results.line", contains(2, 3, 4));
    }

    @Test
    void numbers_that_lost_their_zeros_are_named() throws IOException {
        savedByLibreOffice(Batch.XLSX, "numbers-and-days.xlsx")
                .body("results.status", contains("accepted", "rejected", "accepted"))
                .body("results[1].problem.errors.code", contains("iin-leading-zero"));
    }

    @Test
    void a_csv_with_tabs_is_taken() throws IOException {
        savedByLibreOffice(Batch.CSV, "tabs.csv")
                .body("results.status", contains("accepted", "accepted", "accepted"))
                .body("results.line", contains(2, 3, 4));
    }

    @Test
    void a_number_that_was_rounded_in_a_csv_with_commas_is_named() throws IOException {
        savedByLibreOffice(Batch.CSV, "commas.csv")
                .body("results.status", contains("accepted", "accepted", "rejected"))
                .body("results[2].problem.errors.code", contains("iin-as-number", "date"))
                .body("results[2].problem.errors.column", contains("iin", "enrolledOn"));
    }

    @Test
    void days_with_slashes_in_a_csv_with_semicolons_are_named() throws IOException {
        savedByLibreOffice(Batch.CSV, "semicolons.csv")
                .body("results.status", contains("rejected", "accepted", "rejected"))
                .body("results[0].problem.errors.column", contains("enrolledOn"))
                .body("results.line", contains(2, 4, 5));
    }

    /** Formulas, merged cells, a number shown with its zeros, an error, a second sheet, and rows that only seem empty. */
    @Test
    void a_sheet_of_everything_is_read_as_it_is_shown() throws IOException {
        savedByLibreOffice(Batch.XLSX, "mixture.xlsx")
                .body("results.reference", contains("Ғ-2", "М-3", "М-4", "М-5"))
                .body("results.status", contains("accepted", "rejected", "accepted", "rejected"))
                .body("results[1].problem.errors.column", contains("course"))
                .body("results[3].problem.errors.column", contains("cohort"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251.csv", "utf-16.csv"})
    void a_file_in_another_encoding_is_answered_with_the_right_one(String file) throws IOException {
        savedByLibreOffice(Batch.CSV, file)
                .statusCode(415)
                .body("type", endsWith("/problems/encoding"))
                .body("detail", containsString("CSV UTF-8"));
    }
}
