package kz.qadam.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A request to any instance of a service.
 *
 * @param type the media type of the body; null if there is no body
 */
record LoadRequest(String service, String path, String token, String type, String body) {

    static LoadRequest get(String service, String path, String token) {
        return new LoadRequest(service, path, token, null, null);
    }

    HttpRequest to(URI instance, Repeats repeats) {
        var request = HttpRequest.newBuilder(instance.resolve(path))
                .timeout(repeats.patience())
                .header("Authorization", "Bearer " + token);
        return type == null
                ? request.build()
                : request.header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build();
    }

    boolean writes() {
        return type != null;
    }

    String method() {
        return writes() ? "POST" : "GET";
    }
}
