package kz.qadam.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Sends calls to the three services of one suite. */
public final class Client {

    private static final Duration TO_ANSWER = Duration.ofMinutes(1);
    private static final Duration TO_COME_TO_REST = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int QUIET_LOOKS = 5;

    private static final String WAITS = "Waiting: ";

    /** Gauges that are zero if nothing waits; the lag of a consumer that has fetched nothing recently is NaN. */
    private static final String WAITING =
            "qadam_(relay_waiting|backlog_rows|backlog_parked|imports_waiting|intake_lag)\\b.* (?!0\\.0|NaN).*";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, URI> services;
    private final Map<String, URI> metrics;
    private final UnaryOperator<String> issuer;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /**
     * @param services where each service listens, by its code
     * @param metrics the address of each service's metrics
     * @param issuer returns a token for a caller, as named by {@link Call}
     */
    public Client(Map<String, URI> services, Map<String, URI> metrics, UnaryOperator<String> issuer) {
        this.services = Map.copyOf(services);
        this.metrics = new TreeMap<>(metrics);
        this.issuer = issuer;
    }

    Answer send(Call call) throws IOException {
        var request = HttpRequest.newBuilder(services.get(call.service()).resolve(call.path()))
                .timeout(TO_ANSWER)
                .method(call.method(), BodyPublishers.ofString(call.body()));
        if (!call.caller().equals("-")) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(call.caller(), issuer));
        }
        if (!call.body().isEmpty() && !call.headers().containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (Map.Entry<String, String> header : call.headers().entrySet()) {
            boolean isCurrent =
                    header.getKey().equals("If-Match") && header.getValue().equals("current");
            request.header(
                    header.getKey(),
                    isCurrent ? get(call.caller(), call.service(), call.path()).header("ETag") : header.getValue());
        }
        return send(request.build());
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the launcher's threads", e);
        }
    }

    Answer get(String caller, String service, String path) throws IOException {
        return send(new Call(caller, service, "GET", path, Map.of(), ""));
    }

    /** Returns when everything posted so far has reached all services, and is judged and counted. */
    public void awaitRest() throws IOException {
        long end = System.nanoTime() + TO_COME_TO_REST.toNanos();
        String last = "";
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            pause();
            String seen = unrest();
            quiet = seen.equals(last) && !seen.startsWith(WAITS) ? quiet + 1 : 0;
            last = seen;
            if (System.nanoTime() > end) {
                throw new IOException("The suite does not come to rest: " + seen);
            }
        }
    }

    /** Everything that still waits, and the progress of the figures. */
    private String unrest() throws IOException {
        var seen = new StringBuilder();
        for (Map.Entry<String, URI> service : metrics.entrySet()) {
            send(HttpRequest.newBuilder(service.getValue()).timeout(TO_ANSWER).build())
                    .text()
                    .lines()
                    .filter(line -> line.matches(WAITING))
                    .forEach(line -> seen.append(WAITS)
                            .append(service.getKey())
                            .append(": ")
                            .append(line)
                            .append('\n'));
        }
        if (get("auditor", "progress", "/v1/evaluations?limit=1000").text().contains("\"finishedAt\":null")) {
            seen.insert(0, WAITS + "an evaluation\n");
        }
        return seen.append(get("auditor", "reporting", "/v1/progress").text()).toString();
    }

    static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the launcher's threads", e);
        }
    }
}
