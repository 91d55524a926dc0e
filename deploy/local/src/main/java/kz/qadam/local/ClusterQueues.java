package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What waits in the Pods of a cluster, by their metrics.
 *
 * @param directory of the cluster, with the addresses of its Pods
 */
record ClusterQueues(Path directory) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration TO_ANSWER = Duration.ofMinutes(1);
    private static final Duration TO_BE_EMPTY = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final List<String> WAITING =
            List.of("qadam_backlog_rows", "qadam_backlog_parked", "qadam_relay_waiting", "qadam_intake_lag");

    /** What still waits after two minutes. */
    List<String> findings(Consumer<String> news) throws IOException, InterruptedException {
        long end = System.nanoTime() + TO_BE_EMPTY.toNanos();
        List<String> waiting = metricsAboveZero();
        while (!waiting.isEmpty() && System.nanoTime() < end) {
            Patience.pause(BETWEEN_LOOKS);
            waiting = metricsAboveZero();
        }
        return FigureAudit.seen("nothing waits to be sent or taken in", waiting, news);
    }

    private List<String> metricsAboveZero() throws IOException, InterruptedException {
        List<String> above = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("addresses"))) {
            String[] pod = line.split(" ", -1);
            if (!pod[0].contains("migration")) {
                var request = HttpRequest.newBuilder(URI.create("http://" + pod[1] + ":9000/q/metrics"))
                        .timeout(TO_ANSWER)
                        .build();
                HTTP.send(request, BodyHandlers.ofString())
                        .body()
                        .lines()
                        .filter(metric -> WAITING.stream().anyMatch(metric::startsWith) && !metric.endsWith(" 0.0"))
                        .forEach(metric -> above.add(pod[0] + " " + metric));
            }
        }
        return above;
    }
}
