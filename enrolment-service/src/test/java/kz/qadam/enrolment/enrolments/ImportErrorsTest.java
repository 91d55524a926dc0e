package kz.qadam.enrolment.enrolments;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.enrolment.enrolments.SentFiles.HEADER;
import static kz.qadam.enrolment.enrolments.SentFiles.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows that were not kept are all of them, or the sender is not led to believe so. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ImportErrorsTest {

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
    void every_row_that_was_not_kept_is_in_the_file() {
        String job = files.sent(HEADER + wrongRows(2_500));

        assertThat(files.errors(job).lines()).hasSize(1 + 2_500);
    }

    @Test
    void a_file_of_which_errors_are_missing_is_gone() {
        String job = files.sent(HEADER + wrongRows(2_500));
        files.finished(job);

        deletePart(job, 1);

        files.partner()
                .get(job + "/errors.csv")
                .then()
                .statusCode(410)
                .body("detail", containsString("Send the whole file again"));
    }

    @Test
    void a_file_of_which_an_earlier_version_deleted_the_errors_is_gone() {
        String job = files.sent(HEADER + wrongRows(10));
        files.finished(job);

        deletePart(job, 0);

        files.partner().get(job + "/errors.csv").then().statusCode(410);
    }

    @Test
    void a_download_whose_errors_are_deleted_meanwhile_has_no_end() throws IOException {
        String job = files.sent(HEADER + wrongRows(5_500));
        files.finished(job);
        // As an earlier version stored them: that a part is missing shows only at the end.
        database.transaction(
                handle -> handle.execute("update import_part set rows = null where job = ?::uuid", id(job)));
        deletePart(job, 5);

        // Whether its end is sent is decided by a race, and on a busy machine even its beginning.
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(answerTo(job));
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).doesNotContain("E-5000;none", "\r\n0\r\n\r\n"))
                .anySatisfy(answer -> assertThat(answer)
                        .startsWith("HTTP/1.1 200")
                        .containsIgnoringCase("transfer-encoding: chunked")
                        .contains("E-17;none"));
    }

    private static String wrongRows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "E-" + i + ";none;pupils;;01.02.2026\r\n")
                .collect(Collectors.joining());
    }

    private void deletePart(String job, int number) {
        assertThat(database.<Integer>transaction(handle -> handle.execute(
                        "delete from import_part where job = ?::uuid and content = 'errors' and number = ?",
                        id(job),
                        number)))
                .isEqualTo(1);
    }

    /** All bytes of the answer until the connection ends. */
    private String answerTo(String job) throws IOException {
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + job
                                    + "/errors.csv HTTP/1.1\r\n"
                                    + "Host: localhost\r\n"
                                    + "Connection: close\r\n"
                                    + "Authorization: Bearer "
                                    + Tokens.of("partner", files.school()) + "\r\n\r\n")
                            .getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static UUID id(String job) {
        return UUID.fromString(job.substring(PATH.length() + 1));
    }
}
