package kz.qadam.chassis.http.problem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class BodyLimitTest {

    private static final int LIMIT = (int) BodyLimit.BATCH;
    private static final int SINGLE = (int) BodyLimit.SINGLE;

    @TestHTTPResource("/")
    URI root;

    @ParameterizedTest
    @ValueSource(strings = {"measured", "gathered"})
    void a_single_post_has_at_most_sixty_four_kibibytes(String path) throws Exception {
        assertThat(put(path, BodyPublishers.ofByteArray(new byte[SINGLE])).body())
                .isEqualTo("" + SINGLE);
        assertThat(put(path, chunked(SINGLE)).body()).isEqualTo("" + SINGLE);
        assertTooLarge(put(path, BodyPublishers.ofByteArray(new byte[SINGLE + 1])));
        assertTooLarge(put(path, chunked(SINGLE + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"measured/batch", "gathered/batch"})
    void a_batch_of_exactly_ten_mebibytes_is_read(String path) throws Exception {
        assertThat(put(path, BodyPublishers.ofByteArray(new byte[LIMIT])).body())
                .isEqualTo("" + LIMIT);
        assertThat(put(path, chunked(LIMIT)).body()).isEqualTo("" + LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"measured/batch", "gathered/batch"})
    void one_byte_more_is_too_large_and_says_so(String path) throws Exception {
        assertTooLarge(put(path, BodyPublishers.ofByteArray(new byte[LIMIT + 1])));
        assertTooLarge(put(path, chunked(LIMIT + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"measured/batch", "gathered/batch"})
    void much_more_is_too_large_and_says_so(String path) throws Exception {
        assertTooLarge(put(path, BodyPublishers.ofByteArray(new byte[4 * LIMIT])));
        assertTooLarge(put(path, chunked(4 * LIMIT)));
    }

    @Test
    void a_json_body_in_chunks_is_limited_too() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/toys"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                        ("{\"reference\": \"a\"" + " ".repeat(2 * LIMIT) + "}").getBytes(US_ASCII))))
                .timeout(Duration.ofMinutes(1))
                .build();

        assertTooLarge(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()));
    }

    @Test
    void a_length_over_the_limit_is_refused_before_the_body_is_sent() throws Exception {
        assertThat(raw("PUT /toys/measured HTTP/1.1\r\nHost: localhost\r\nContent-Length: 65537\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("/problems/too-large");
    }

    @Test
    void raw_chunks_beyond_the_limit_are_answered_while_the_sender_still_sends() throws Exception {
        String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";

        assertThat(raw("PUT /toys/measured/batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n" + chunk.repeat(12)))
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("/problems/too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/toys/sent/batch", "/nowhere/batch"})
    @Timeout(60)
    void a_client_that_reads_the_answer_only_when_all_is_sent_sees_it(String path) throws Exception {
        String body = "x".repeat(LIMIT);

        assertThat(raw("PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
                        + "Content-Length: " + LIMIT + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 4")
                .containsIgnoringCase("content-type: application/problem+json");
    }

    private HttpResponse<String> put(String path, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/toys/" + path))
                .header("Content-Type", "application/octet-stream")
                .PUT(body)
                .timeout(Duration.ofMinutes(1))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
    }

    private static BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    /** Sends without waiting for a word, then reads what came until the answer's end. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.getOutputStream().flush();
            var answer = new StringBuilder();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[4096];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                answer.append(new String(buffer, 0, read, US_ASCII));
                if (answer.toString().endsWith("}")) break;
            }
            return answer.toString();
        }
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(ProblemBody.MEDIA_TYPE);
        assertThat(answer.body()).contains("/problems/too-large");
    }
}
