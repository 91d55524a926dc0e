package kz.qadam.enrolment.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.submissions.imports.ExpiredFiles;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which files an erasure waits for, and what it leaves of them. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class FilesAndErasuresTest extends LearnerToErase {

    private static final String PATH = "/v1/enrolment-imports";
    private static final String HEADER = "reference;course;cohort;iin;enrolledOn\r\n";

    @Inject
    ErasureLoop erasures;

    @Inject
    ExpiredFiles tidying;

    @TestHTTPResource("/")
    URI root;

    private final UUID other = UUID.randomUUID();

    @AfterEach
    void delete_the_other_file() {
        DatabaseFixture.execute("delete from import_job where id = '%s'".formatted(other));
    }

    @Test
    void a_file_that_cannot_be_read_for_a_moment_is_not_lost() {
        unreadableFor("23 hours", "1 second");

        String location = blocked();

        stays(location, "blocked");
        assertThat(stateOf(file)).isEqualTo("waiting, kept");
    }

    @Test
    void a_file_that_nobody_could_read_for_a_day_is_lost_and_holds_up_no_erasure() {
        unreadableFor("25 hours", "1 second");

        becomes(blocked(), "erased");

        assertThat(stateOf(file)).isEqualTo("failed, deleted");
    }

    @Test
    void a_file_that_nobody_has_tried_to_read_for_a_while_is_not_lost() {
        unreadableFor("25 hours", "2 hours");

        String location = blocked();

        stays(location, "blocked");
        assertThat(stateOf(file)).isEqualTo("waiting, kept");
    }

    @Test
    void a_file_that_is_still_being_received_holds_up_no_erasure() {
        DatabaseFixture.execute(WAITING_FILE.formatted(other, "-1 minute").replace("'waiting'", "'receiving'"));
        String location = blocked();

        judgeTheFile();

        becomes(location, "erased");
        assertThat(stateOf(other)).isEqualTo("receiving, kept");
    }

    @Test
    void a_file_whose_reception_ends_after_the_block_holds_up_no_erasure() {
        DatabaseFixture.execute(WAITING_FILE.formatted(other, "-1 minute").replace("'waiting'", "'receiving'"));
        String location = blocked();
        receptionEnds(other);

        judgeTheFile();

        becomes(location, "erased");
        assertThat(stateOf(other)).isEqualTo("waiting, kept");
    }

    @Test
    void a_file_whose_reception_ended_before_the_block_is_judged_first() {
        judgeTheFile();
        DatabaseFixture.execute(WAITING_FILE.formatted(other, "-1 minute").replace("'waiting'", "'receiving'"));
        receptionEnds(other);

        String location = blocked();

        stays(location, "blocked");
        judge(other);
        becomes(location, "erased");
    }

    @Test
    void an_erasure_that_was_ready_waits_for_a_file_that_is_found_when_it_begins() {
        String location = blocked();

        database.transaction(handle -> ErasureRows.blocked(handle, Instant.EPOCH))
                .forEach(erasures::tryToErase);

        auditor().get(location).then().body("state", equalTo("blocked"));
    }

    @Test
    void a_person_in_a_file_that_ends_after_the_block_comes_back_as_a_new_learner() throws IOException {
        try (var slow = new SlowFile(HEADER + row("E-1", iin))) {
            await().until(() -> count("select count(*) from import_job where status = 'receiving'") == 1);
            String location = erased();

            slow.sendTheRest();
            slow.awaitAccepted();

            await().untilAsserted(() -> partner(school)
                    .get("/v1/enrolments?reference=E-1")
                    .then()
                    .body("items[0].learnerId", not(nullValue()))
                    .body("items[0].learnerId", not(equalTo(learner))));
            auditor().get(location).then().body("state", equalTo("erased"));
            auditor().get("/v1/enrolments/" + id).then().body("reference", startsWith("erased-"));
            assertThat(count("select count(*) from enrolment where learner_id = '%s'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void the_rows_that_a_running_file_did_not_keep_go_when_it_is_judged() {
        DatabaseFixture.execute(WAITING_FILE.formatted(other, "-1 minute").replace("'waiting'", "'receiving'"));
        String location = blocked();
        receptionEnds(other);
        DatabaseFixture.execute("""
                update import_job set status = 'running', received = 2, processed = 1, rejected = 1 where id = '%1$s';
                insert into import_part (job, content, number, key_id, nonce, sealed) values ('%1$s', 'errors', 0, 'k', '', '')
                """.formatted(other));
        judgeTheFile();
        becomes(location, "erased");
        assertThat(partsOf(other)).isEqualTo(1);

        DatabaseFixture.execute("update import_job set status = 'finished', processed = 2, rejected = 2 where id = '%s'"
                .formatted(other));
        tidying.tidy(Instant.now());

        assertThat(partsOf(other)).isZero();
        assertThat(stateOf(other)).isEqualTo("finished, deleted");
    }

    @Test
    void a_file_that_is_sent_after_an_erasure_keeps_the_rows_that_were_not_kept() {
        erased();
        String job = partner(school)
                .contentType("text/csv")
                .body(HEADER + row("E-7", People.iin()).replace(course, "none"))
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().untilAsserted(() -> partner(school).get(job).then().body("status", equalTo("finished")));

        tidying.tidy(Instant.now());

        partner(school).get(job + "/errors.csv").then().statusCode(200);
    }

    @Test
    void the_kept_rows_of_a_table_without_references_go_with_an_erasure() {
        String job = partner(school)
                .contentType("text/csv")
                .body("course;cohort;iin;enrolledOn\r\n%s;pupils;%s;01.02.2026\r\n".formatted(course, People.iin()))
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().untilAsserted(() -> partner(school).get(job).then().body("kept", equalTo(job + "/kept.csv")));
        partner(school).get(job + "/kept.csv").then().statusCode(200);

        erased();
        tidying.tidy(Instant.now());

        partner(school).get(job + "/kept.csv").then().statusCode(410);
        partner(school).get(job).then().body("kept", nullValue());
    }

    private void unreadableFor(String duration, String triedBefore) {
        DatabaseFixture.execute("""
                update import_job set unreadable_since = now() - interval '%s', worked_at = now() - interval '%s'
                 where id = '%s'
                """.formatted(duration, triedBefore, file));
    }

    private static void receptionEnds(UUID job) {
        DatabaseFixture.execute(
                "update import_job set status = 'waiting', received_in = pg_current_xact_id() where id = '%s'"
                        .formatted(job));
    }

    private static void stays(String location, String state) {
        await().during(Duration.ofSeconds(3))
                .untilAsserted(() -> auditor().get(location).then().body("state", equalTo(state)));
    }

    private static void becomes(String location, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> auditor().get(location).then().body("state", equalTo(state)));
    }

    private String stateOf(UUID job) {
        return database.transaction(handle -> handle.createQuery(
                        "select status || case when expired then ', deleted' else ', kept' end from import_job where"
                                + " id = :id")
                .bind("id", job)
                .mapTo(String.class)
                .one());
    }

    private long partsOf(UUID job) {
        return count("select count(*) from import_part where job = '" + job + "'");
    }

    private String row(String reference, String number) {
        return "%s;%s;pupils;%s;01.02.2026\r\n".formatted(reference, course, number);
    }

    /** A file of the school that comes slowly. */
    private final class SlowFile implements AutoCloseable {

        private final Socket socket = new Socket(root.getHost(), root.getPort());
        private final String end;

        SlowFile(String content) throws IOException {
            String begin = content + ("x".repeat(300) + ";;;;\r\n").repeat(1_000);
            end = "x;;;;\r\n";
            send("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nAuthorization: Bearer "
                    + Tokens.of("partner", school) + "\r\nContent-Length: " + (begin.length() + end.length())
                    + "\r\n\r\n" + begin);
        }

        void sendTheRest() throws IOException {
            send(end);
        }

        void awaitAccepted() throws IOException {
            InputStream answer = socket.getInputStream();
            assertThat(new String(answer.readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 202");
        }

        private void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(UTF_8));
            socket.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
