package kz.qadam.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads the lists of one service with the token of an auditor. */
public final class AuditClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TO_ANSWER = Duration.ofMinutes(2);
    private static final Set<Integer> LATER = Set.of(429, 503);
    private static final int TRIES = 60;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI service;
    private final String token;

    public AuditClient(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    /** Gives each item of a list to the reader, page by page. */
    void each(String path, Map<String, String> query, Consumer<JsonNode> reader)
            throws IOException, InterruptedException {
        Map<String, String> asked = new TreeMap<>(query);
        asked.put("limit", "1000");
        boolean more = true;
        while (more) {
            HttpResponse<String> answer = get(address(path, asked));
            if (answer.statusCode() != 200) {
                throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
            }
            JsonNode page = JSON.readTree(answer.body());
            page.path("items").forEach(reader);
            more = answer.headers().firstValue("Link").isPresent();
            asked.put("cursor", page.path("cursor").asText());
        }
    }

    /** The answer to a request of this path and query. */
    HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        return send(request(pathAndQuery, "application/json").build(), BodyHandlers.ofString());
    }

    /**
     * The bytes of a file that the service has.
     *
     * @throws IOException if it answers anything but 200
     */
    public byte[] bytes(String pathAndQuery) throws IOException, InterruptedException {
        return find(pathAndQuery).orElseThrow(() -> new IOException(pathAndQuery + " answered 404"));
    }

    /**
     * The bytes of a file; empty if the service does not have it.
     *
     * @throws IOException if it answers anything but 200 and 404
     */
    public Optional<byte[]> find(String pathAndQuery) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(request(pathAndQuery, "*/*").build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        require(200, pathAndQuery, answer.statusCode(), answer.body());
        return Optional.of(answer.body());
    }

    /**
     * Tells the service something.
     *
     * @throws IOException if it answers anything but 204
     */
    public void put(String pathAndQuery, String json) throws IOException, InterruptedException {
        HttpRequest request = request(pathAndQuery, "*/*")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build();
        HttpResponse<byte[]> answer = send(request, BodyHandlers.ofByteArray());
        require(204, pathAndQuery, answer.statusCode(), answer.body());
    }

    private static void require(int expected, String asked, int status, byte[] body) throws IOException {
        if (status != expected) {
            throw new IOException(
                    "%s answered %d: %s".formatted(asked, status, new String(body, StandardCharsets.UTF_8)));
        }
    }

    private HttpRequest.Builder request(String pathAndQuery, String accept) {
        return HttpRequest.newBuilder(service.resolve(pathAndQuery))
                .header("Authorization", "Bearer " + token)
                .header("Accept", accept)
                .timeout(TO_ANSWER);
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        HttpResponse<T> answer = http.send(request, body);
        for (int tried = 1; LATER.contains(answer.statusCode()) && tried < TRIES; tried++) {
            Thread.sleep(BETWEEN_TRIES.toMillis());
            answer = http.send(request, body);
        }
        return answer;
    }

    static String address(String path, Map<String, String> query) {
        var address = new StringBuilder(path);
        query.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
