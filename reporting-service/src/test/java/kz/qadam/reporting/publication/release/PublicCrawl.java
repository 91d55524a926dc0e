package kz.qadam.reporting.publication.release;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.qadam.openapi.ApiDocument;
import kz.qadam.openapi.ApiOperation;
import kz.qadam.openapi.ApiRequest;

/**
 * Asks everything that the served OpenAPI document names without a token, with every value that it lists or gives as an
 * example and with the given ones, and keeps the answers whole.
 */
final class PublicCrawl {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int OK = 200;

    /** The pages, which the OpenAPI document does not name. */
    private static final List<String> PAGES = List.of("/", "/?lang=kk", "/?lang=ru&cohort=total", "/audit");

    /** The values to ask with, by the name of a parameter. */
    private final Map<String, List<String>> values;

    PublicCrawl(Map<String, List<String>> values) {
        this.values = values;
    }

    /** All answers without a token. */
    SortedMap<String, String> answers() {
        return answers(Map.of());
    }

    /** The same with a token. */
    SortedMap<String, String> answersTo(String token) {
        return answers(Map.of("Authorization", "Bearer " + token));
    }

    /** By address: status, headers without Date, and body; and the same for a request with the ETag. */
    private SortedMap<String, String> answers(Map<String, String> headers) {
        SortedMap<String, String> answers = new TreeMap<>();
        for (String address : addresses()) {
            HttpResponse<InputStream> answer = ask(address, headers);
            answers.put(address, text(answer));
            answer.headers()
                    .firstValue("ETag")
                    .ifPresent(etag -> answers.put(
                            address + " If-None-Match", text(ask(address, with(headers, "If-None-Match", etag)))));
        }
        return answers;
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return all;
    }

    private List<String> addresses() {
        List<String> all = new ArrayList<>(PAGES);
        String document = text(ask("/q/openapi?format=json", Map.of())).split("\n\n", 2)[1];
        ApiDocument.operations(document).stream()
                .filter(ApiOperation::isGet)
                .flatMap(operation -> operation.requests(values).stream())
                .map(ApiRequest::address)
                .forEach(all::add);
        return all;
    }

    private static HttpResponse<InputStream> ask(String address, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<InputStream> answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers().map());
        headers.remove("date");
        // What is left of the caller's own quota.
        headers.remove("ratelimit");
        // How long caches may keep an answer depends on the clock only.
        String head = headers.toString().replaceAll("s-maxage=\\d+", "s-maxage");
        boolean isStream = answer.statusCode() == OK
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        try (var body = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return answer.statusCode() + " " + head + "\n\n"
                    + (isStream ? firstEvent(body) : body.lines().collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the first event; comments, which keep the connection alive, are left out. */
    private static String firstEvent(BufferedReader stream) throws IOException {
        List<String> event = new ArrayList<>();
        String line = stream.readLine();
        while (line != null && !(line.isEmpty() && !event.isEmpty())) {
            if (!line.isEmpty() && !line.startsWith(":")) {
                event.add(line);
            }
            line = stream.readLine();
        }
        return String.join("\n", event);
    }
}
