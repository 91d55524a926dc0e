package kz.qadam.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** Calls the public API of one service, with a token or without one. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final Duration TO_ANSWER = Duration.ofMinutes(5);

    private static final Set<Integer> LATER = Set.of(429, 503);
    private static final int TRIES = 60;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final URI service;
    private final String token;

    /** @param token null for a caller without one */
    Api(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).build(), 200).body());
    }

    /** Creates a resource unless it exists; an existing one is not changed. */
    void create(String path, Object content) throws IOException, InterruptedException {
        send(put(path, content).build(), 201, 428);
    }

    /** Replaces an existing resource. */
    void replace(String path, Object content) throws IOException, InterruptedException {
        String tag = send(request(path).build(), 200)
                .headers()
                .firstValue("ETag")
                .orElseThrow(() -> new IOException(path + " has no ETag"));
        send(put(path, content).header("If-Match", tag).build(), 200);
    }

    /** Opens what is opened once; if it is open already, nothing changes. */
    void open(String path) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        send(request, 200, 201);
    }

    /** Posts rows with their header; returns the verdict on them. */
    Verdict post(String path, String csv) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv))
                .build();
        return Verdict.read(JSON, send(request, 207).body());
    }

    private HttpRequest.Builder put(String path, Object content) throws JsonProcessingException {
        return request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(content)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(service.resolve(path)).timeout(TO_ANSWER);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Sends a request, and repeats it while a service is busy or restarts; a repetition is safe. */
    private static HttpResponse<byte[]> send(HttpRequest request, Integer... expected)
            throws IOException, InterruptedException {
        for (int i = 1; ; i++) {
            try {
                var answer = HTTP.send(request, BodyHandlers.ofByteArray());
                if (Set.of(expected).contains(answer.statusCode())) {
                    return answer;
                }
                if (!LATER.contains(answer.statusCode()) || i == TRIES) {
                    throw new Unexpected("%s %s was answered %d: %s"
                            .formatted(
                                    request.method(),
                                    request.uri(),
                                    answer.statusCode(),
                                    new String(answer.body(), StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                if (e instanceof Unexpected || i == TRIES) {
                    throw e;
                }
            }
            Thread.sleep(BETWEEN_TRIES.toMillis());
        }
    }
}
