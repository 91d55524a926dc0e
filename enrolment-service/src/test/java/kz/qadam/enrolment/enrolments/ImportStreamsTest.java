package kz.qadam.enrolment.enrolments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.suspend;
import static kz.qadam.enrolment.enrolments.SentFiles.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sender hears of the progress of its files. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ImportStreamsTest {

    private static final int MOST = 10;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI root;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<InputStream> streams = new ArrayList<>();
    private String school;
    private String job;

    @BeforeEach
    void open() {
        school = school();
        job = unfinished(school);
    }

    @AfterEach
    void close() throws IOException {
        for (InputStream stream : streams) {
            stream.close();
        }
        database.transaction(
                handle -> handle.execute("delete from import_job where worked_at > now() + interval '30 minutes'"));
    }

    private void listenAsOftenAsAllowed() throws IOException, InterruptedException {
        for (int i = 0; i < MOST; i++) {
            HttpResponse<InputStream> answer = listen(school, job);
            streams.add(answer.body());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_streams_of_one_institution_are_limited() throws Exception {
        listenAsOftenAsAllowed();

        HttpResponse<InputStream> refused = listen(school, job);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(new String(refused.body().readAllBytes(), UTF_8)).contains("10 of your progress streams are open");
    }

    @Test
    void the_streams_of_one_institution_leave_room_for_those_of_others() throws Exception {
        listenAsOftenAsAllowed();
        String other = school();

        HttpResponse<InputStream> another = listen(other, unfinished(other));

        streams.add(another.body());
        assertThat(another.statusCode()).isEqualTo(200);
    }

    @Test
    void a_stream_that_is_closed_makes_room_for_another() throws Exception {
        listenAsOftenAsAllowed();

        streams.get(0).close();

        await().untilAsserted(() -> {
            HttpResponse<InputStream> again = listen(school, job);
            again.body().close();
            assertThat(again.statusCode()).isEqualTo(200);
        });
    }

    @Test
    void the_stream_of_an_institution_that_is_suspended_ends() throws Exception {
        HttpResponse<InputStream> answer = listen(school, job);
        assertThat(answer.statusCode()).isEqualTo(200);
        Future<byte[]> heard = CompletableFuture.supplyAsync(() -> read(answer.body()));

        suspend(school);

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
}
