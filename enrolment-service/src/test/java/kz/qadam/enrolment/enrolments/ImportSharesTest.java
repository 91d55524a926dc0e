package kz.qadam.enrolment.enrolments;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.enrolment.enrolments.SentFiles.HEADER;
import static kz.qadam.enrolment.enrolments.SentFiles.PATH;
import static kz.qadam.enrolment.enrolments.SentFiles.count;
import static kz.qadam.enrolment.enrolments.SentFiles.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one institution sends leaves room for the others. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ImportSharesTest {

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI root;

    private final List<Socket> open = new ArrayList<>();
    private SentFiles files;
    private SentFiles others;

    @BeforeEach
    void open() {
        files = SentFiles.ofASchool();
        others = SentFiles.ofASchool();
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        database.transaction(handle -> handle.execute("delete from import_job where kind = 'elsewhere'"));
    }

    @Test
    void forty_slow_uploads_of_one_institution_leave_room_for_a_file_of_another() throws IOException {
        String head =
                "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nAuthorization: Bearer "
                        + Tokens.of("partner", files.school()) + "\r\nContent-Length: 10000000\r\n\r\n" + HEADER;
        for (int i = 0; i < 40; i++) {
            var socket = new Socket(root.getHost(), root.getPort());
            open.add(socket);
            socket.getOutputStream().write(head.getBytes(UTF_8));
        }
        await().until(() -> answered() == 38);

        assertThat(others.finished(others.sent(HEADER + others.row("E-1"))).getInt("accepted"))
                .isEqualTo(1);
        assertThat(answered()).isEqualTo(38);
        for (Socket socket : open) {
            if (socket.getInputStream().available() > 0) {
                assertThat(new String(
                                socket.getInputStream()
                                        .readNBytes(socket.getInputStream().available()),
                                US_ASCII))
                        .startsWith("HTTP/1.1 429 ")
                        .containsIgnoringCase("Retry-After: 1")
                        .contains("2 of your files are being received already");
            }
        }
    }

    private long answered() throws IOException {
        long answered = 0;
        for (Socket socket : open) {
            answered += socket.getInputStream().available() > 0 ? 1 : 0;
        }
        return answered;
    }

    @ParameterizedTest
    @CsvSource({
        "1, waiting, 2999999, 0, 60, rows may wait",
        "20, waiting, 0, 0, 60, files may wait",
        "1, finished, 0, 2147483648, 3600, MiB of your files"
    })
    void what_is_kept_of_one_institution_is_limited(
            int jobs, String status, int rows, long stored, String retryAfter, String reason) {
        database.transaction(handle -> {
            for (int i = 0; i < jobs; i++) {
                handle.execute("""
                        insert into import_job (
                            id, kind, sender, separator, status, received, stored, created_at, expires_at)
                        values (gen_random_uuid(), 'elsewhere', ?, ';', ?, ?, ?, now(), now() + interval '7 days')
                        """, files.school(), status, rows, stored);
            }
            return null;
        });

        send(files.partner(), HEADER + files.rows("E", 2))
                .statusCode(429)
                .header("Retry-After", equalTo(retryAfter))
                .body("detail", containsString(reason));

        assertThat(count(database, "select count(*) from import_job where status = 'receiving'"))
                .isZero();
        send(others.partner(), HEADER + others.row("E-1")).statusCode(202);
    }

    @Test
    void what_is_kept_of_all_senders_is_limited_and_what_is_stored_stays() {
        String job = others.sent(HEADER + others.row("E-1", "none"));
        others.finished(job);
        database.transaction(handle -> handle.execute("""
                insert into import_job (id, kind, sender, separator, status, stored, created_at, expires_at)
                select gen_random_uuid(), 'elsewhere', 'sender-' || n, ';', 'finished', 2147483648, now(),
                       now() + interval '7 days'
                  from generate_series(1, 10) as n
                """));

        send(files.partner(), HEADER + files.row("E-2"))
                .statusCode(503)
                .header("Retry-After", equalTo("3600"))
                .body("detail", containsString("MiB of files"));

        assertThat(count(database, "select count(*) from import_job where status = 'receiving'"))
                .isZero();
        others.partner().get(job + "/errors.csv").then().statusCode(200);
    }

    @Test
    void what_is_stored_is_counted_and_given_back() {
        String job = files.sent(HEADER + files.rows("E", 1_200) + files.row("F", "none"));
        files.finished(job);

        assertThat(
                        count(
                                database,
                                "select count(*) from import_job where sender = '" + files.school() + "'"
                                        + " and stored = (select sum(octet_length(sealed)) from import_part where job = import_job.id)"))
                .isEqualTo(1);
    }

    @Test
    void institutions_take_turns_however_many_files_each_has_sent() {
        List<String> many = new ArrayList<>();
        List<String> one = new ArrayList<>();
        database.transaction(handle -> {
            // No worker gets ahead before all are there.
            handle.execute("lock table enrolment in share row exclusive mode");
            IntStream.range(0, 5).forEach(i -> many.add(files.sent(HEADER + files.rows("E" + i, 1_200))));
            one.add(others.sent(HEADER + others.rows("F", 1_100)));
            return null;
        });

        Instant oneEnded = ended(others, one.get(0));

        assertThat(many.stream().map(job -> ended(files, job)).filter(oneEnded::isBefore))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static Instant ended(SentFiles files, String job) {
        return Instant.parse(files.finished(job).getString("finishedAt"));
    }
}
