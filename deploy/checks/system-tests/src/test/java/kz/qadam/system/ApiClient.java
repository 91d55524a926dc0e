package kz.qadam.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import kz.qadam.local.Service;
import kz.qadam.openapi.ApiDocument;
import kz.qadam.openapi.ApiOperation;

/** Asks the services which operations they have, and sends requests as they are. */
record ApiClient(Qadam qadam, HttpClient http) {

    /** @param body empty for a stream, which has no end */
    record Answer(int status, String body) {}

    static ApiClient of(Qadam qadam) {
        return new ApiClient(
                qadam,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** The operations that the served OpenAPI document describes. */
    List<ApiOperation> operations(Service service) {
        return ApiDocument.operations(
                qadam.anybody(service).get("/q/openapi?format=json").asString());
    }

    /**
     * A request to be completed.
     *
     * @param token null for nobody
     */
    HttpRequest.Builder request(Service service, String address, String token) {
        HttpRequest.Builder request = request(service, address);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** A request of nobody, to be completed. */
    HttpRequest.Builder request(Service service, String address) {
        return HttpRequest.newBuilder(URI.create(qadam.address(service) + address));
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Answer(
                        response.statusCode(), isStream(response) ? "" : new String(body.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isStream(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    }
}
