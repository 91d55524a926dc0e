package kz.qadam.enrolment.enrolments;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.put;
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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.qadam.chassis.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one institution sends leaves room for the others. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportSharesTest {

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI root;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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
        database.transaction(handle -> handle.execute(
                "delete from import_job where kind = 'elsewhere' or worked_at > now() + interval '30 minutes'"));
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

    @Test
    void the_streams_of_one_institution_are_limited_and_leave_room_for_others() throws Exception {
        String job = unfinished(files.school());
        List<InputStream> streams = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            HttpResponse<InputStream> answer = listen(files.school(), job);
            assertThat(answer.statusCode()).isEqualTo(200);
            streams.add(answer.body());
        }

        HttpResponse<InputStream> refused = listen(files.school(), job);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(new String(refused.body().readAllBytes(), UTF_8)).contains("10 of your progress streams are open");
        HttpResponse<InputStream> another = listen(others.school(), unfinished(others.school()));
        assertThat(another.statusCode()).isEqualTo(200);
        streams.add(another.body());

        streams.get(0).close();
        await().untilAsserted(() -> {
            HttpResponse<InputStream> again = listen(files.school(), job);
            again.body().close();
            assertThat(again.statusCode()).isEqualTo(200);
        });
        for (InputStream stream : streams) {
            stream.close();
        }
    }

    @Test
    void an_institution_that_is_suspended_hears_no_more_of_a_file() throws Exception {
        HttpResponse<InputStream> answer = listen(files.school(), unfinished(files.school()));
        assertThat(answer.statusCode()).isEqualTo(200);
        Future<byte[]> heard = CompletableFuture.supplyAsync(() -> read(answer.body()));

        put("/v1/institutions/" + files.school(), "*", institution("suspended", "null"))
                .statusCode(200);

        assertThat(heard.get(60, TimeUnit.SECONDS)).asString(UTF_8).containsOnlyOnce("event:job");
    }

    private static byte[] read(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<InputStream> listen(String school, String job) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(PATH + "/" + job + "/stream"))
                .header("Authorization", "Bearer " + Tokens.of("partner", school))
                .build();
        return http.send(request, BodyHandlers.ofInputStream());
    }

    /** A job that no worker takes. */
    private String unfinished(String school) {
        return database.transaction(handle -> handle.createQuery("""
                insert into import_job (
                    id, kind, sender, separator, status, received, unreadable_since, worked_at, created_at, expires_at)
                values (gen_random_uuid(), 'enrolments', :school, ';', 'waiting', 1, now(), now() + interval '1 hour',
                    now(), now() + interval '7 days')
                returning id
                """)
                .bind("school", school)
                .mapTo(String.class)
                .one());
    }

    private static Instant ended(SentFiles files, String job) {
        return Instant.parse(files.finished(job).getString("finishedAt"));
    }
}
