package kz.qadam.chassis.submissions.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFormTest {

    private static final String TYPE = "multipart/form-data; boundary=line";

    @Test
    void a_form_has_its_fields_and_the_content_of_its_file() throws IOException {
        UploadForm form =
                read(part("name=\"profile\"", "deans-office"), part("name=\"file\"; filename=\"a.csv\"", "a;b\r\n1;2"));

        assertThat(form.profile()).isEqualTo("deans-office");
        assertThat(form.content()).hasContent("a;b\r\n1;2");
    }

    @Test
    void a_profile_that_was_left_open_is_none() {
        assertThat(read(part("name=\"profile\"", "")).profile()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"7-топ.csv, 7-топ.csv", "/home/a/group.csv, group.csv", "C:\\\\group.csv, group.csv"})
    void a_file_is_called_what_its_sender_calls_it_without_folders(String sent, String name) {
        assertThat(read(part("name=\"file\"; filename=\"" + sent + "\"", "a")).fileName())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, csv",
        "a.TSV, csv",
        "a.b.xlsx, vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "a.jsonl, x-ndjson"
    })
    void the_name_of_a_file_tells_its_kind(String name, String type) {
        assertThat(read(part("name=\"file\"; filename=\"" + name + "\"", "a"))
                        .type()
                        .getSubtype())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xls", "a.pdf", "csv", "a"})
    void other_kinds_are_refused(String name) {
        UploadForm form = read(part("name=\"file\"; filename=\"" + name + "\"", "a"));

        assertRefused(ProblemType.UNSUPPORTED_MEDIA, form::type);
    }

    @Test
    void without_a_file_the_form_says_so() {
        UploadForm form = read(part("name=\"file\"; filename=\"\"", ""));

        assertRefused(ProblemType.INVALID_REQUEST, form::type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "text/csv", "multipart/form-data; boundary=other"})
    void what_is_no_form_with_a_file_is_refused(String type) {
        byte[] body =
                (part("name=\"file\"; filename=\"a.csv\"", "a") + "--line--\r\n").getBytes(StandardCharsets.UTF_8);

        assertRefused(
                ProblemType.INVALID_REQUEST,
                () -> UploadForm.read(new ByteArrayInputStream(body), type).type());
    }

    @Test
    void a_form_that_breaks_off_is_refused() {
        byte[] body = "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na;b\r\n1"
                .getBytes(StandardCharsets.UTF_8);

        assertRefused(
                ProblemType.INVALID_REQUEST,
                () -> UploadForm.read(new ByteArrayInputStream(body), TYPE)
                        .content()
                        .readAllBytes());
    }

    @Test
    void a_field_as_long_as_a_file_is_refused() {
        String field = part("name=\"profile\"", "x".repeat(10_000));

        assertRefused(ProblemType.INVALID_REQUEST, () -> read(field));
    }

    private static void assertRefused(ProblemType type, ThrowingCallable reading) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(reading)
                .extracting(Problem::type)
                .isEqualTo(type);
    }

    private static UploadForm read(String... parts) {
        byte[] body = (String.join("", parts) + "--line--\r\n").getBytes(StandardCharsets.UTF_8);
        return UploadForm.read(new ByteArrayInputStream(body), TYPE);
    }

    private static String part(String disposition, String content) {
        return "--line\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(disposition, content);
    }
}
