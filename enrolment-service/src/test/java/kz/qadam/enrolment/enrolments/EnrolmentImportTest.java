package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.enrolments.SentFiles.HEADER;
import static kz.qadam.enrolment.enrolments.SentFiles.PATH;
import static kz.qadam.enrolment.enrolments.SentFiles.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.FilledIn;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentImportTest {

    @TestHTTPResource("/")
    URI root;

    private SentFiles files;

    @BeforeEach
    void open() {
        files = SentFiles.ofASchool();
    }

    @Test
    void a_file_is_kept_as_a_whole_and_then_judged_row_by_row() {
        ValidatableResponse answer = send(files.partner(), HEADER + files.rows("E", 2_500));

        answer.statusCode(202)
                .header("Location", matchesPattern(PATH + "/[0-9a-f-]{36}"))
                .body("received", equalTo(2_500));
        JsonPath job = files.finished(answer.extract().header("Location"));
        assertThat(job.getInt("processed")).isEqualTo(2_500);
        assertThat(job.getInt("accepted")).isEqualTo(2_500);
        assertThat(job.getString("errors")).isNull();
        files.partner().get("/v1/enrolments?reference=E-2499").then().body("items.status", contains("enrolled"));
    }

    @Test
    void every_row_is_counted_by_what_became_of_it() {
        String first = files.row("E-1");

        JsonPath job = files.finished(
                files.sent(HEADER + first + first + files.row("E-1") + files.row("E-2", "none") + "E-3;;;;;x\r\n"));

        assertThat(List.of("received", "accepted", "duplicate", "conflict", "rejected"))
                .extracting(job::getInt)
                .containsExactly(5, 1, 1, 1, 2);
    }

    @Test
    void the_same_file_again_changes_nothing() {
        String file = HEADER + files.rows("E", 1_200);
        files.finished(files.sent(file));

        JsonPath again = files.finished(files.sent(file));

        assertThat(again.getInt("duplicate")).isEqualTo(1_200);
    }

    @Test
    void the_rows_that_were_not_kept_come_back_with_words_in_the_language_of_their_reader() {
        String wrong = files.row("E-2", "Курс-1");
        JsonPath job = files.finished(files.sent(HEADER + files.row("E-1") + wrong));

        String errors = files.partner()
                .header("Accept-Language", "ru")
                .get(job.getString("errors"))
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Language", "ru")
                .extract()
                .asString();

        assertThat(errors)
                .startsWith("\uFEFFreference;course;cohort;iin;enrolledOn;_line;_status;_error\r\n")
                .contains(wrong.strip() + ";3;rejected;")
                .contains("курс")
                .doesNotContain("E-1;");
    }

    @Test
    void the_rows_that_were_not_kept_are_mended_and_sent_as_they_are() {
        String errors = files.errors(files.sent(HEADER + files.row("E-1") + files.row("E-2", "none")));

        JsonPath mended = files.finished(files.sent(errors.replace("none", files.course())));

        assertThat(mended.getInt("accepted")).isEqualTo(1);
        assertThat(mended.getInt("received")).isEqualTo(1);
    }

    private String sentAsJson() {
        String line =
                "{\"reference\": \"%s\", \"course\": \"%s\", \"cohort\": \"pupils\", \"learner\": {\"iin\": \"%s\"},"
                        + " \"enrolledOn\": \"2026-02-01\"}\n";
        return files.sent(
                "application/x-ndjson",
                (line.formatted("E-1", files.course(), People.iin()) + line.formatted("E-2", "none", People.iin()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void json_objects_one_a_line_are_a_file_too() {
        JsonPath job = files.finished(sentAsJson());

        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(1);
    }

    @Test
    void the_errors_of_json_objects_are_mended_and_sent_as_a_table() {
        String errors = files.errors(sentAsJson());

        JsonPath mended = files.finished(files.sent(errors.replace("none", files.course())));

        assertThat(mended.getInt("accepted")).isEqualTo(1);
    }

    private String sentAsSpreadsheet() {
        String header = "reference,course,cohort,iin,enrolledOn";
        return files.sent(
                BodyRows.XLSX,
                FilledIn.of(
                        FilledIn.plain(header),
                        header,
                        new Object[] {"E-1", files.course(), "pupils", People.iin(), LocalDate.of(2026, 2, 1)},
                        new Object[] {"E-2", "none", "pupils", People.iin(), "01.02.2026"}));
    }

    @Test
    void a_spreadsheet_is_a_file_too() {
        assertThat(files.finished(sentAsSpreadsheet()).getInt("accepted")).isEqualTo(1);
    }

    @Test
    void the_errors_of_a_spreadsheet_come_back_as_a_table_for_excel() {
        assertThat(files.errors(sentAsSpreadsheet()))
                .contains("E-2;none;pupils;")
                .contains(";3;rejected;");
    }

    @Test
    void the_errors_of_a_spreadsheet_are_mended_and_sent_as_a_table() {
        String errors = files.errors(sentAsSpreadsheet());

        JsonPath mended = files.finished(files.sent(errors.replace("none", files.course())));

        assertThat(mended.getInt("accepted")).isEqualTo(1);
    }

    @Test
    void a_row_that_the_database_refuses_hurts_itself_alone() {
        DatabaseFixture.execute(
                "alter table enrolment add constraint unkeepable check (reference <> 'unkeepable') not valid");

        JsonPath job = files.finished(
                files.sent(HEADER + files.rows("E", 700) + files.row("unkeepable") + files.rows("F", 700)));

        assertThat(job.getInt("accepted")).isEqualTo(1_400);
        assertThat(job.getInt("rejected")).isEqualTo(1);
        assertThat(files.partner().get(job.getString("errors")).asString())
                .contains("unkeepable;")
                .contains("cannot be kept");
    }

    @Test
    void a_small_file_does_not_wait_for_a_large_one() {
        String large = files.sent(HEADER + files.rows("E", 20_000));
        String middling = files.sent(HEADER + files.rows("F", 20_000));

        JsonPath small = files.finished(files.sent(HEADER + files.row("G-1")));

        Instant ended = Instant.parse(small.getString("finishedAt"));
        assertThat(Instant.parse(files.finished(large).getString("finishedAt"))).isAfter(ended);
        assertThat(Instant.parse(files.finished(middling).getString("finishedAt")))
                .isAfter(ended);
        assertThat(files.finished(large).getInt("accepted")).isEqualTo(20_000);
        assertThat(files.finished(middling).getInt("accepted")).isEqualTo(20_000);
    }

    @Test
    void the_stream_of_a_file_says_how_far_it_has_come_until_its_end() throws Exception {
        String job = files.sent(HEADER + files.rows("E", 5_000));
        var request = HttpRequest.newBuilder(root.resolve(job + "/stream"))
                .header("Authorization", "Bearer " + Tokens.of("partner", files.school()))
                .timeout(Duration.ofSeconds(60))
                .build();

        List<String> lines = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofLines())
                .body()
                .toList();

        assertThat(lines).contains("event:job");
        List<String> states =
                lines.stream().filter(line -> line.startsWith("data:")).toList();
        assertThat(states).doesNotHaveDuplicates();
        assertThat(states.get(states.size() - 1)).contains("\"status\":\"finished\"", "\"accepted\":5000");
    }
}
