package kz.qadam.chassis.http.problem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@WithTestResource(value = NoBackends.class, initArgs = @ResourceArg(name = "qadam.body-deadline.grace", value = "2s"))
@WithTestResource(TestIssuer.class)
class BodyDeadlineTest {

    @TestHTTPResource("/")
    URI root;

    @Test
    @Timeout(60)
    void a_body_that_arrives_drop_by_drop_is_ended() {
        var streamed = later(() -> dripped("/toys/measured", "Content-Length: 60000", "x"));
        var gathered = later(() -> dripped("/toys/gathered", "Content-Length: 1000", "x"));
        var inChunks = later(() -> dripped("/toys/measured", "Transfer-Encoding: chunked", "1\r\nx\r\n"));
        var answered = later(() -> dripped("/nowhere", "Content-Length: 60000", "x"));
        var second = later(this::drippedAfterAnother);

        assertThat(List.of(streamed, gathered, inChunks))
                .allSatisfy(answer -> assertThat(answer.join())
                        .startsWith("HTTP/1.1 408 ")
                        .containsIgnoringCase("content-type: application/problem+json")
                        .contains("/problems/too-slow"));
        assertThat(answered.join()).startsWith("HTTP/1.1 404 ");
        assertThat(second.join()).contains("HTTP/1.1 408 ");
    }

    private String drippedAfterAnother() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort())) {
            socket.getOutputStream().write(head("/toys/measured", "Content-Length: 3", "xyz"));
            assertThat(new String(socket.getInputStream().readNBytes(15), US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK");
            return dripped(socket, "/toys/measured", "Content-Length: 60000", "x");
        }
    }

    @Test
    @Timeout(60)
    void a_connection_that_waits_between_two_requests_is_left_alone() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort())) {
            socket.getOutputStream().write(head("/toys/measured", "Content-Length: 3", "xyz"));
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            socket.getOutputStream().write(head("/toys/public", "Content-Length: 0\r\nConnection: close", ""));

            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .contains("HTTP/1.1 200 OK", "HTTP/1.1 405 ");
        }
    }

    @Test
    void the_deadline_grows_with_what_has_arrived() {
        BodyDeadlineConfig config = new BodyDeadlineConfig() {

            @Override
            public Duration grace() {
                return Duration.ofSeconds(20);
            }

            @Override
            public MemorySize bytesPerSecond() {
                return new MemorySize(BigInteger.valueOf(8_192));
            }
        };

        assertThat(config.isTooSlow(0, TimeUnit.SECONDS.toNanos(20))).isFalse();
        assertThat(config.isTooSlow(0, TimeUnit.SECONDS.toNanos(21))).isTrue();
        assertThat(config.isTooSlow(10 * 8_192, TimeUnit.SECONDS.toNanos(30))).isFalse();
        assertThat(config.isTooSlow(10 * 8_192, TimeUnit.SECONDS.toNanos(31))).isTrue();
    }

    private static CompletableFuture<String> later(Callable<String> work) {
        var answer = new CompletableFuture<String>();
        new Thread(() -> {
                    try {
                        answer.complete(work.call());
                    } catch (Exception e) {
                        answer.completeExceptionally(e);
                    }
                })
                .start();
        return answer;
    }

    private String dripped(String path, String length, String drop) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort())) {
            return dripped(socket, path, length, drop);
        }
    }

    /** Sends a drop whenever nothing was answered for a while, until the other side ends the connection. */
    private static String dripped(Socket socket, String path, String length, String drop) throws IOException {
        socket.setSoTimeout(200);
        socket.getOutputStream().write(head(path, length, drop));
        var answer = new StringBuilder();
        byte[] buffer = new byte[4096];
        for (int read = 0; read >= 0; ) {
            try {
                read = socket.getInputStream().read(buffer);
                if (read > 0) {
                    answer.append(new String(buffer, 0, read, US_ASCII));
                }
            } catch (SocketTimeoutException silence) {
                socket.getOutputStream().write(drop.getBytes(US_ASCII));
            } catch (SocketException ended) {
                read = -1;
            }
        }
        return answer.toString();
    }

    private static byte[] head(String path, String length, String body) {
        return ("PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n" + length
                        + "\r\n\r\n" + body)
                .getBytes(US_ASCII);
    }
}
