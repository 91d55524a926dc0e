package kz.qadam.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each front does, seen from outside: the front of {@code deploy/up}, or with {@code -Dfront=haproxy} the program of that
 * name with the configuration that is made for it.
 */
class FrontTest {

    private static final boolean IS_HAPROXY = "haproxy".equals(System.getProperty("front"));
    private static final String SOURCE = "127.0.0.2";
    private static final int MUCH = 64 * 1024 * 1024;

    /** What systems keep on the way of bytes that nobody reads, with room to spare. */
    private static final int LITTLE = 24 * 1024 * 1024;

    @TempDir
    Path directory;

    private ToyService enrolment;
    private ToyService progress;
    private int port;
    private Process haproxy;

    @BeforeEach
    void start() throws Exception {
        enrolment = new ToyService(0);
        progress = new ToyService(0);
        int nobody = free();
        port = free();
        Map<String, Integer> services = new TreeMap<>(Map.of(
                "enrolment-service", enrolment.port(),
                "progress-service", progress.port(),
                "reporting-service", nobody));
        if (IS_HAPROXY) {
            startHaproxy(services);
        } else {
            Map<String, URI> addresses = new TreeMap<>();
            services.forEach((service, its) -> addresses.put(service, URI.create("http://127.0.0.1:" + its)));
            Front.start(new FrontSettings(port, addresses, Optional.of(SOURCE), Optional.empty()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private void startHaproxy(Map<String, Integer> services) throws IOException {
        Map<String, List<String>> servers = new TreeMap<>();
        services.forEach((service, its) ->
                servers.put(service, List.of("%s 127.0.0.1:%d source %s check".formatted(service, its, SOURCE))));
        Haproxy.writeAnswers(directory);
        Path file = directory.resolve("haproxy.cfg");
        Files.writeString(
                file,
                new Haproxy(List.of("127.0.0.1:" + port), servers, "/q/health/ready", directory.toString())
                        .configuration());
        haproxy = new ProcessBuilder("haproxy", "-db", "-f", file.toString())
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(ask("GET", "/v1/receipts", "")).startsWith("HTTP/1.1 503"));
    }

    @AfterEach
    void stop() throws IOException {
        if (haproxy != null) {
            haproxy.destroy();
        }
        enrolment.close();
        progress.close();
    }

    @Test
    void a_path_is_led_to_its_service_with_the_host_that_the_caller_asked() throws IOException {
        assertThat(ask("GET", "/v1/enrolments?limit=5", "Host: qadam.example.kz\r\n"))
                .contains("GET /v1/enrolments?limit=5 HTTP/1.1")
                .containsIgnoringCase("Host: qadam.example.kz");
    }

    @Test
    void the_port_that_the_caller_asked_arrives_too() throws IOException {
        assertThat(ask("GET", "/v1/enrolments", "Host: 127.0.0.1:8080\r\n"))
                .containsIgnoringCase("Host: 127.0.0.1:8080\r\n")
                .containsIgnoringCase("X-Forwarded-Port: 8080\r\n");
    }

    @Test
    void what_a_caller_says_of_addresses_has_no_effect() throws IOException {
        String head = ask("GET", "/v1/enrolments", """
                Host: qadam\r
                X-Forwarded-For: 203.0.113.9\r
                X-Forwarded-Proto: https\r
                x-forwarded-host: evil.example\r
                X-Forwarded-Port: 1\r
                Forwarded: for=203.0.113.9\r
                """);

        assertThat(head)
                .containsIgnoringCase("X-Forwarded-For: 127.0.0.1\r\n")
                .containsIgnoringCase("X-Forwarded-Proto: http\r\n")
                .containsIgnoringCase("X-Forwarded-Port: 80\r\n")
                .doesNotContain("203.0.113.9", "evil.example");
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 429, 503})
    void a_refusal_that_comes_before_the_body_is_sent_arrives_unchanged(int status) throws IOException {
        try (var socket = connected()) {
            socket.getOutputStream().write("""
                    POST /v1/completions/%d HTTP/1.1\r
                    Host: qadam\r
                    Content-Type: text/csv\r
                    Content-Length: %d\r
                    \r
                    """.formatted(status, MUCH).getBytes(UTF_8));
            socket.getOutputStream().write(new byte[1024 * 1024]);

            assertThat(read(socket, "early"))
                    .startsWith("HTTP/1.1 " + status)
                    .containsIgnoringCase("Retry-After: 7\r\n")
                    .containsIgnoringCase("Content-Type: application/problem+json\r\n");
        }
    }

    @Test
    void bytes_that_a_service_does_not_read_are_not_kept() throws Exception {
        try (var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, 64 * 1024);
            channel.write(ByteBuffer.wrap(
                    "POST /v1/completion-imports/deaf HTTP/1.1\r\nHost: qadam\r\nContent-Length: %d\r\n\r\n"
                            .formatted(MUCH)
                            .getBytes(UTF_8)));
            channel.configureBlocking(false);
            var body = ByteBuffer.allocate(MUCH);

            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(30)).until(() -> channel.write(body) == 0);

            assertThat(body.position()).isLessThan(LITTLE);
        }
    }

    @Test
    void a_stream_of_events_arrives_as_it_comes_and_may_be_silent() throws IOException {
        try (var socket = connected()) {
            socket.getOutputStream()
                    .write("GET /v1/enrolment-imports/1/stream HTTP/1.1\r\nHost: qadam\r\n\r\n".getBytes(UTF_8));
            long asked = System.nanoTime();

            read(socket, "data: first");
            assertThat(since(asked)).isLessThan(ToyService.SILENCE);

            read(socket, "data: second");
            assertThat(since(asked)).isGreaterThan(ToyService.SILENCE.minusMillis(500));
        }
    }

    @Test
    void headers_of_sixteen_kilobytes_pass() throws IOException {
        String cookie = "q".repeat(16 * 1024);

        assertThat(ask("GET", "/staff/v1/enrolments", "Host: qadam\r\nCookie: " + cookie + "\r\n"))
                .contains(cookie);
    }

    @Test
    void a_service_that_is_stopped_costs_only_its_own_paths() throws IOException {
        String page = ask("GET", "/", "Host: qadam\r\nAccept: text/html,*/*\r\n");
        String problem = ask("GET", "/v1/progress", "Host: qadam\r\nAccept: application/json\r\n");

        assertThat(page)
                .startsWith("HTTP/1.1 503")
                .contains("Қазір қолжетімсіз", "Сейчас недоступно", "Not available at the moment")
                .contains("href=\"/staff/desk/institution\"")
                .containsIgnoringCase("Content-Type: text/html")
                .containsIgnoringCase("Retry-After:");
        assertThat(problem)
                .startsWith("HTTP/1.1 503")
                .contains("/problems/unavailable")
                .containsIgnoringCase("Content-Type: application/problem+json");
        assertThat(ask("GET", "/v1/completions", "Host: qadam\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void an_answer_that_breaks_off_is_no_refusal() throws IOException {
        assertThat(ask("POST", "/v1/completions/broken", "Host: qadam\r\nContent-Length: 0\r\n"))
                .startsWith("HTTP/1.1 502")
                .contains("the request may have had its effect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/contracts/asyncapi.json", "/v1/nothing"})
    void what_is_in_no_route_is_not_there(String path) throws IOException {
        assertThat(ask("GET", path, "Host: qadam\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("/problems/not-found");
    }

    private String ask(String method, String path, String headers) throws IOException {
        try (var socket = connected()) {
            socket.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nConnection: close\r\n%s\r\n"
                            .formatted(method, path, headers)
                            .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private Socket connected() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** What arrives until this has arrived. */
    private static String read(Socket socket, String last) throws IOException {
        var read = new StringBuilder();
        byte[] buffer = new byte[8192];
        while (!read.toString().contains(last)) {
            int count = socket.getInputStream().read(buffer);
            assertThat(count).as("after %s", read).isPositive();
            read.append(new String(buffer, 0, count, UTF_8));
        }
        return read.toString();
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
