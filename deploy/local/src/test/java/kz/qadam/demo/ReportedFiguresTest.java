package kz.qadam.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportedFiguresTest {

    private static final Figure ONE = new Figure(1, 1, 1);
    private static final String FIGURE = "\"enrolled\": 1, \"completions\": 1, \"trained\": 1";
    private static final int LOOKS_UNTIL_IT_HAS_MOVED = 3;

    private final AtomicInteger looks = new AtomicInteger();
    private HttpServer reporting;

    /** A learner whose move from KZ-10 to KZ-75 comes after all else. */
    @BeforeEach
    void open() throws IOException {
        reporting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(
                "/v1/progress",
                () -> "{\"cohorts\": [{\"cohort\": \"pupils\", " + FIGURE
                        + "}], \"total\": {\"people\": 1}, \"provisional\": false}");
        answer(
                "/v1/progress/pupils/breakdown",
                () -> "{\"cells\": [{\"key\": \""
                        + (looks.incrementAndGet() > LOOKS_UNTIL_IT_HAS_MOVED ? "KZ-75" : "KZ-10") + "\", " + FIGURE
                        + "}]}");
        reporting.start();
    }

    private interface Answer {
        String now();
    }

    private void answer(String path, Answer answer) {
        reporting.createContext(path, exchange -> {
            byte[] body = answer.now().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
    }

    @AfterEach
    void close() {
        reporting.stop(0);
    }

    @Test
    void a_move_to_another_region_is_waited_for_although_all_cohorts_are_counted() throws Exception {
        var counted = new Figures(Map.of("pupils", ONE, "pupils KZ-75", ONE), 1);
        URI address = URI.create("http://127.0.0.1:" + reporting.getAddress().getPort());

        Figures read = new ReportedFigures(new Access(null, null, address, "", "")).await(counted, sum -> {});

        assertThat(counted.differences(read)).isEmpty();
    }
}
