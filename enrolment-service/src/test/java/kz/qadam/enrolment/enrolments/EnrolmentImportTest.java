package kz.qadam.enrolment.enrolments;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.imports.Tidying;
import kz.qadam.chassis.table.Rows;
import kz.qadam.enrolment.FilledIn;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnrolmentImportTest {

    private static final String PATH = "/v1/enrolment-imports";
    private static final String HEADER = "reference;course;cohort;iin;enrolledOn\r\n";

    @Inject
    Database database;

    @Inject
    Tidying tidying;

    @TestHTTPResource("/")
    URI root;

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    @Test
    void a_file_is_kept_as_a_whole_and_then_judged_row_by_row() {
        ValidatableResponse answer = send(partner(school), HEADER + rows("E", 2_500));

        answer.statusCode(202)
                .header("Location", matchesPattern(PATH + "/[0-9a-f-]{36}"))
                .body("received", equalTo(2_500));
        JsonPath job = finished(answer.extract().header("Location"));
        assertThat(job.getInt("processed")).isEqualTo(2_500);
        assertThat(job.getInt("accepted")).isEqualTo(2_500);
        assertThat(job.getString("errors")).isNull();
        partner(school).get("/v1/enrolments?reference=E-2499").then().body("items.status", contains("enrolled"));
    }

    @Test
    void every_row_is_counted_by_what_became_of_it() {
        String first = row("E-1", course);

        JsonPath job =
                finished(sent(HEADER + first + first + row("E-1", course) + row("E-2", "none") + "E-3;;;;;x\r\n"));

        assertThat(List.of("received", "accepted", "duplicate", "conflict", "rejected"))
                .extracting(job::getInt)
                .containsExactly(5, 1, 1, 1, 2);
    }

    @Test
    void the_same_file_again_changes_nothing() {
        String file = HEADER + rows("E", 1_200);
        finished(sent(file));

        JsonPath again = finished(sent(file));

        assertThat(again.getInt("duplicate")).isEqualTo(1_200);
    }

    @Test
    void the_rows_that_were_not_kept_come_back_to_be_mended_and_sent_as_they_are() {
        String wrong = row("E-2", "Курс-1");
        String job = sent(HEADER + row("E-1", course) + wrong);
        finished(job);

        String errors = partner(school)
                .header("Accept-Language", "ru")
                .get(finished(job).getString("errors"))
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
        JsonPath mended = finished(sent(errors.replace("Курс-1", course)));
        assertThat(mended.getInt("accepted")).isEqualTo(1);
        assertThat(mended.getInt("received")).isEqualTo(1);
    }

    @Test
    void json_objects_one_a_line_are_a_file_too() {
        String line =
                "{\"reference\": \"%s\", \"course\": \"%s\", \"cohort\": \"pupils\", \"learner\": {\"iin\": \"%s\"},"
                        + " \"enrolledOn\": \"2026-02-01\"}\n";
        String file = line.formatted("E-1", course, People.iin()) + line.formatted("E-2", "none", People.iin());

        String job = partner(school)
                .contentType("application/x-ndjson")
                .body(file)
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        assertThat(finished(job).getInt("accepted")).isEqualTo(1);
        String errors = partner(school).get(job + "/errors.csv").asString();
        JsonPath mended = finished(sent(errors.replace("none", course)));
        assertThat(mended.getInt("accepted")).isEqualTo(1);
    }

    @Test
    void a_spreadsheet_is_a_file_too_and_its_errors_come_back_as_a_table_for_excel() {
        String header = "reference,course,cohort,iin,enrolledOn";
        byte[] file = FilledIn.of(
                FilledIn.plain(header),
                header,
                new Object[] {"E-1", course, "pupils", People.iin(), LocalDate.of(2026, 2, 1)},
                new Object[] {"E-2", "none", "pupils", People.iin(), "01.02.2026"});

        String job = partner(school)
                .contentType(Rows.XLSX)
                .body(file)
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        JsonPath taken = finished(job);
        assertThat(taken.getInt("accepted")).isEqualTo(1);
        String errors = partner(school).get(taken.getString("errors")).asString();
        assertThat(errors).contains("E-2;none;pupils;").contains(";3;rejected;");
        assertThat(finished(sent(errors.replace("none", course))).getInt("accepted"))
                .isEqualTo(1);
    }

    @Test
    void a_row_that_the_database_refuses_hurts_itself_alone() {
        database.transaction(handle -> handle.execute(
                "alter table enrolment add constraint unkeepable check (reference <> 'unkeepable') not valid"));

        JsonPath job = finished(sent(HEADER + rows("E", 700) + row("unkeepable", course) + rows("F", 700)));

        assertThat(job.getInt("accepted")).isEqualTo(1_400);
        assertThat(job.getInt("rejected")).isEqualTo(1);
        assertThat(partner(school).get(job.getString("errors")).asString())
                .contains("unkeepable;")
                .contains("cannot be kept");
    }

    @Test
    void a_file_is_its_senders_alone() {
        String job = sent(HEADER + row("E-1", "none"));
        finished(job);

        for (var somebody : List.of(partner(school()), office())) {
            for (String part : List.of("", "/stream", "/errors.csv")) {
                somebody.get(job + part).then().statusCode(404);
            }
            assertThat(somebody.get(PATH + "?limit=1000").<List<String>>path("items.id"))
                    .doesNotContain(job.substring(PATH.length() + 1));
        }
        for (String part : List.of("", "/stream", "/errors.csv")) {
            auditor().get(job + part).then().statusCode(403);
            anybody().get(job + part).then().statusCode(401);
        }
        send(auditor(), HEADER).statusCode(403);
        send(anybody(), HEADER).statusCode(401);
    }

    @Test
    void the_office_sends_for_any_institution_and_names_it_in_each_row() {
        String other = school();
        String file = "institution;" + HEADER
                + school + ";" + row("E-1", course)
                + other + ";" + row("E-1", course)
                + ";" + row("E-2", course);

        String job = send(office(), file).statusCode(202).extract().header("Location");

        assertThat(finished(office(), job).getInt("accepted")).isEqualTo(2);
        partner(other).get("/v1/enrolments?reference=E-1").then().body("items.institution", contains(other));
        partner(school).get(job).then().statusCode(404);
    }

    @Test
    void a_partner_cannot_send_for_another_institution() {
        JsonPath job = finished(sent("institution;" + HEADER + school() + ";" + row("E-1", course)));

        assertThat(job.getInt("rejected")).isEqualTo(1);
    }

    @Test
    void files_are_listed_with_the_newest_first_page_by_page() {
        String first = sent(HEADER + row("E-1", course));
        String second = sent(HEADER + row("E-2", course));

        JsonPath page = partner(school).get(PATH + "?limit=1").jsonPath();

        assertThat(second).endsWith(page.getString("items[0].id"));
        JsonPath next = partner(school)
                .get(PATH + "?limit=1&cursor=" + page.getString("cursor"))
                .jsonPath();
        assertThat(first).endsWith(next.getString("items[0].id"));
        partner(school).get(PATH).then().body("cursor", nullValue());
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_at_once_and_nothing_of_it_stays() {
        send(partner(school), "reference;curse\r\nE-1;x\r\n").statusCode(400).body("errors.column", contains("curse"));
        send(partner(school), HEADER).statusCode(400).body("errors.code", contains("empty"));
        send(partner(school), HEADER + rows("E", 1_500) + "\"open")
                .statusCode(400)
                .body("errors.code", contains("malformed"));
        partner(school)
                .contentType("text/csv")
                .body(joined(HEADER + rows("E", 1_500), new byte[] {(byte) 0xff}))
                .post(PATH)
                .then()
                .statusCode(415)
                .body("type", containsString("/problems/encoding"));
        partner(school)
                .contentType("application/json")
                .body("[]")
                .post(PATH)
                .then()
                .statusCode(415);

        partner(school).get(PATH).then().body("items", empty());
        partner(school).get("/v1/enrolments").then().body("items", empty());
        assertThat(jobsThatAre("receiving")).isZero();
    }

    @Test
    void one_row_more_than_a_million_is_too_large() {
        send(partner(school), "reference\n" + "E\n".repeat(1_000_001))
                .statusCode(413)
                .body("type", containsString("/problems/too-large"));

        partner(school).get(PATH).then().body("items", empty());
    }

    @Test
    void a_file_larger_than_500_megabytes_is_refused_before_it_is_sent() throws Exception {
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream().write(head(500 * 1024 * 1024 + 1).getBytes(US_ASCII));
            byte[] answer = new byte[12];
            socket.getInputStream().readNBytes(answer, 0, 12);

            assertThat(new String(answer, US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void of_a_file_that_breaks_off_nothing_stays() throws Exception {
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream().write((head(10_000_000) + HEADER + rows("E", 5_000)).getBytes(UTF_8));
            socket.getOutputStream().flush();
            await().until(() -> jobsThatAre("receiving") == 1);
        }

        await().until(() -> jobsThatAre("receiving") == 0);
        partner(school).get(PATH).then().body("items", empty());
        partner(school).get("/v1/enrolments").then().body("items", empty());
    }

    @Test
    void a_small_file_does_not_wait_for_a_large_one() {
        String large = sent(HEADER + rows("E", 20_000));
        String middling = sent(HEADER + rows("F", 20_000));

        JsonPath small = finished(sent(HEADER + row("G-1", course)));

        Instant ended = Instant.parse(small.getString("finishedAt"));
        assertThat(Instant.parse(finished(large).getString("finishedAt"))).isAfter(ended);
        assertThat(Instant.parse(finished(middling).getString("finishedAt"))).isAfter(ended);
        assertThat(finished(large).getInt("accepted")).isEqualTo(20_000);
        assertThat(finished(middling).getInt("accepted")).isEqualTo(20_000);
    }

    @Test
    void whoever_listens_hears_how_far_a_file_has_come_until_its_end() throws Exception {
        String job = sent(HEADER + rows("E", 5_000));
        var request = HttpRequest.newBuilder(root.resolve(job + "/stream"))
                .header("Authorization", "Bearer " + Tokens.of("partner", school))
                .timeout(Duration.ofSeconds(60))
                .build();

        List<String> lines = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofLines())
                .body()
                .toList();

        assertThat(lines).contains("event:job");
        List<String> told =
                lines.stream().filter(line -> line.startsWith("data:")).toList();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(told.get(told.size() - 1)).contains("\"status\":\"finished\"", "\"accepted\":5000");
    }

    @Test
    void after_seven_days_nothing_is_left_of_a_file_but_its_numbers() {
        String job = sent("?fileName=group-7.csv", HEADER + row("E-1", "none"));
        assertThat(finished(job).getString("fileName")).isEqualTo("group-7.csv");

        tidying.tidy(Instant.now().plus(Duration.ofDays(7)));

        partner(school)
                .get(job)
                .then()
                .statusCode(200)
                .body("rejected", equalTo(1))
                .body("fileName", nullValue())
                .body("errors", nullValue());
        partner(school).get(job + "/errors.csv").then().statusCode(410);
        assertThat(partsOf(job)).isZero();
    }

    @Test
    void six_days_after_it_was_sent_the_errors_are_still_there() {
        String job = sent(HEADER + row("E-1", "none"));
        finished(job);

        tidying.tidy(Instant.now().plus(Duration.ofDays(6)));

        partner(school).get(job + "/errors.csv").then().statusCode(200);
    }

    @Test
    void a_row_is_kept_no_longer_than_until_it_is_judged() {
        String job = sent(HEADER + rows("E", 1_500));

        finished(job);

        assertThat(partsOf(job)).isZero();
    }

    @Test
    void a_name_that_holds_an_identification_number_is_refused() {
        partner(school)
                .contentType("text/csv")
                .body(HEADER)
                .post(PATH + "?fileName=" + People.iin() + ".csv")
                .then()
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/0199",
                "/00000000-0000-0000-0000-000000000000",
                "/00000000-0000-0000-0000-000000000000/errors.csv"
            })
    void what_was_never_sent_is_not_found(String job) {
        partner(school).get(PATH + job).then().statusCode(404).contentType("application/problem+json");
    }

    private String row(String reference, String course) {
        return "%s;%s;pupils;%s;01.02.2026\r\n".formatted(reference, course, People.iin());
    }

    private String rows(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> row(name + "-" + i, course))
                .collect(Collectors.joining());
    }

    private static ValidatableResponse send(RequestSpecification as, String csv) {
        return as.contentType("text/csv").body(csv).post(PATH).then();
    }

    private String sent(String csv) {
        return sent("", csv);
    }

    private String sent(String query, String csv) {
        return partner(school)
                .contentType("text/csv")
                .body(csv)
                .post(PATH + query)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private JsonPath finished(String job) {
        return finished(partner(school), job);
    }

    private static JsonPath finished(RequestSpecification as, String job) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as.get(job).path("status").equals("finished"));
        return as.get(job).jsonPath();
    }

    private String head(long length) {
        return "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nAuthorization: Bearer "
                + Tokens.of("partner", school) + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static byte[] joined(String text, byte[] more) {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, all, bytes.length, more.length);
        return all;
    }

    private long jobsThatAre(String status) {
        return count("select count(*) from import_job where status = '" + status + "'");
    }

    private long partsOf(String job) {
        return count("select count(*) from import_part where job = '" + job.substring(PATH.length() + 1) + "'");
    }

    private long count(String sql) {
        return database.transaction(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
