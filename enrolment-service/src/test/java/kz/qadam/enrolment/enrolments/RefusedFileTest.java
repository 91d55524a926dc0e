package kz.qadam.enrolment.enrolments;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.enrolment.enrolments.SentFiles.HEADER;
import static kz.qadam.enrolment.enrolments.SentFiles.PATH;
import static kz.qadam.enrolment.enrolments.SentFiles.count;
import static kz.qadam.enrolment.enrolments.SentFiles.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.Caller;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RefusedFileTest {

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI root;

    private SentFiles files;

    @BeforeEach
    void open() {
        files = SentFiles.ofASchool();
    }

    @Test
    void a_file_with_an_unknown_column_is_refused() {
        send(files.partner(), "reference;curse\r\nE-1;x\r\n").statusCode(400).body("errors.column", contains("curse"));
    }

    @Test
    void a_file_without_rows_is_refused() {
        send(files.partner(), HEADER).statusCode(400).body("errors.code", contains("empty"));
    }

    @Test
    void a_file_with_a_quote_that_is_never_closed_is_refused() {
        send(files.partner(), HEADER + files.rows("E", 1_500) + "\"open")
                .statusCode(400)
                .body("errors.code", contains("malformed"));
    }

    @Test
    void a_file_in_another_encoding_is_refused() {
        files.partner()
                .contentType("text/csv")
                .body(joined(HEADER + files.rows("E", 1_500), new byte[] {(byte) 0xff}))
                .post(PATH)
                .then()
                .statusCode(415)
                .body("type", containsString("/problems/encoding"));
    }

    @Test
    void a_file_of_another_type_is_refused() {
        files.partner()
                .contentType("application/json")
                .body("[]")
                .post(PATH)
                .then()
                .statusCode(415);
    }

    @AfterEach
    void nothing_of_a_refused_file_stays() {
        files.partner().get(PATH).then().body("items", empty());
        files.partner().get("/v1/enrolments").then().body("items", empty());
        assertThat(jobsThatAre("receiving")).isZero();
    }

    @Test
    void one_row_more_than_a_million_is_too_large() {
        send(files.partner(), "reference\n" + "E\n".repeat(1_000_001))
                .statusCode(413)
                .body("type", containsString("/problems/too-large"));
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
    void a_file_of_an_institution_that_is_not_active_is_refused_before_it_is_sent() throws Exception {
        SentFiles suspended = new SentFiles(Caller.school("suspended", "null"), files.course());

        await().untilAsserted(() -> send(suspended.partner(), HEADER + suspended.row("E-1"))
                .statusCode(403)
                .body("detail", containsString("suspended or closed")));

        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head(suspended.school(), 10_000_000).getBytes(US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 403");
        }
    }

    @Test
    void of_a_file_that_breaks_off_nothing_stays() throws Exception {
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream().write((head(10_000_000) + HEADER + files.rows("E", 5_000)).getBytes(UTF_8));
            socket.getOutputStream().flush();
            await().until(() -> jobsThatAre("receiving") == 1);
        }

        await().until(() -> jobsThatAre("receiving") == 0);
    }

    @Test
    void a_name_that_holds_an_identification_number_is_refused() {
        files.partner()
                .contentType("text/csv")
                .body(HEADER)
                .post(PATH + "?fileName=" + People.iin() + ".csv")
                .then()
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"));
    }

    private String head(long length) {
        return head(files.school(), length);
    }

    private static String head(String school, long length) {
        return "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nAuthorization: Bearer "
                + Tokens.of("partner", school) + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static byte[] joined(String text, byte[] more) {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, all, bytes.length, more.length);
        return all;
    }

    private long jobsThatAre(String status) {
        return count(database, "select count(*) from import_job where status = '" + status + "'");
    }
}
