package kz.qadam.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatingClientTest {

    /** How the server breaks a connection, and how it lets a client wait. */
    private static final int BREAK = 0;

    private static final int SILENCE = 1;

    private static final Repeats ALL = new Repeats(10, Duration.ofMillis(500), true, Set.of(500, 502, 504));

    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final LoadTally tally = new LoadTally();
    private HttpServer server;
    private ReadyInstances instances;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            int answer = answers.remove();
            if (answer == BREAK) {
                exchange.close();
            } else if (answer != SILENCE) {
                exchange.sendResponseHeaders(answer, -1);
                exchange.close();
            }
        });
        server.start();
        instances = new ReadyInstances();
        instances.add(
                "progress", URI.create("http://127.0.0.1:" + server.getAddress().getPort()), () -> true);
    }

    @AfterEach
    void end() {
        instances.close();
        server.stop(0);
    }

    private void send(Repeats repeats, Integer... statuses) throws IOException, InterruptedException {
        answers.addAll(List.of(statuses));
        new RepeatingClient(instances, tally, repeats)
                .send(new LoadRequest("progress", "/", "token", "text/csv", "a"), 201);
    }

    @Test
    void a_request_whose_outcome_is_unknown_is_sent_again_and_counted() throws Exception {
        send(ALL, BREAK, SILENCE, 500, 502, 504, 201);

        assertThat(tally.repeats()).isEqualTo(new RepeatCounts(0, 0, 5, 0));
        assertThat(tally.unknown()).containsOnlyKeys("500", "502", "504", "connection broken", "no answer in time");
    }

    @Test
    void a_reading_without_an_answer_leaves_nothing_unknown() throws Exception {
        answers.addAll(List.of(502, 200));
        new RepeatingClient(instances, tally, ALL).send(LoadRequest.get("progress", "/", "token"), 200);

        assertThat(tally.repeats()).isEqualTo(new RepeatCounts(0, 0, 0, 1));
    }

    @Test
    void a_503_is_not_unknown() throws Exception {
        send(ALL, 503, 503, 201);

        assertThat(tally.repeats()).isEqualTo(new RepeatCounts(2, 0, 0, 0));
    }

    @Test
    void a_refused_connection_is_not_unknown() {
        server.stop(0);

        assertThatThrownBy(() -> send(ALL)).hasMessageContaining("was refused 10 times");
        assertThat(tally.repeats()).isEqualTo(new RepeatCounts(0, 10, 0, 0));
    }

    @Test
    void while_instances_are_replaced_a_lost_answer_and_a_server_error_are_errors() {
        assertThatThrownBy(() -> send(Repeats.WHILE_INSTANCES_ARE_REPLACED, BREAK))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> send(Repeats.WHILE_INSTANCES_ARE_REPLACED, 500))
                .hasMessageContaining("was answered 500");
        assertThat(tally.repeats()).isEqualTo(new RepeatCounts(0, 0, 0, 0));
    }
}
