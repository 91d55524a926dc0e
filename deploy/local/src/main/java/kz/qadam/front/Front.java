package kz.qadam.front;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.httpproxy.HttpProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one address of a suite on one machine: leads each request to the service that {@link Routes} names. Bodies and answers
 * pass as they come, and nothing of them is kept. What it does not know it leaves to the services: limits, deadlines,
 * compression, who may call.
 */
public final class Front {

    private static final String HOST = "127.0.0.1";

    /** More than the services take, so that these refuse what is too long. */
    private static final int MOST_BYTES_OF_HEADERS = 64 * 1024;

    /** One for each open stream of events, too: the services limit those. */
    private static final int MOST_CONNECTIONS = 10_000;

    private static final int TO_CONNECT_MILLIS = 2_000;

    private final Map<String, HttpProxy> proxies = new HashMap<>();

    private Front(Vertx vertx, HttpClient client, Map<String, URI> services) {
        var passage = new Passage(vertx);
        services.forEach((service, address) -> proxies.put(
                service,
                HttpProxy.reverseProxy(client)
                        .origin(context -> reach(client, address))
                        .addInterceptor(passage)));
    }

    /** Starts it; the argument is the file with its settings. */
    public static void main(String[] arguments) throws IOException {
        start(FrontSettings.read(Path.of(arguments[0]))).onFailure(reason -> {
            System.err.println(reason.getMessage());
            System.exit(1);
        });
    }

    /** The future completes when it listens. To close the server does not end the streams that are open. */
    static Future<HttpServer> start(FrontSettings settings) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        var front = new Front(vertx, vertx.createHttpClient(client(settings)), settings.services());
        return vertx.createHttpServer(server(settings))
                .requestHandler(front::lead)
                .listen(settings.port(), HOST);
    }

    private static Future<HttpClientRequest> reach(HttpClient client, URI service) {
        return client.request(new RequestOptions().setHost(service.getHost()).setPort(service.getPort()))
                .recover(reason -> Future.failedFuture(new NotReached(service, reason)));
    }

    private void lead(HttpServerRequest request) {
        Optional<String> service = Optional.ofNullable(request.path()).flatMap(Routes::serviceOf);
        if (service.isPresent()) {
            proxies.get(service.get()).handle(request);
        } else {
            Passage.answer(request.response(), StaticAnswer.NOT_FOUND);
        }
    }

    private static HttpServerOptions server(FrontSettings settings) {
        var options = new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(MOST_BYTES_OF_HEADERS)
                .setMaxInitialLineLength(MOST_BYTES_OF_HEADERS);
        settings.tls()
                .ifPresent(files -> options.setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .addCertPath(files.certificate().toString())
                                .addKeyPath(files.key().toString())));
        return options;
    }

    private static HttpClientOptions client(FrontSettings settings) {
        var options = new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setConnectTimeout(TO_CONNECT_MILLIS)
                .setMaxHeaderSize(MOST_BYTES_OF_HEADERS)
                .setMaxInitialLineLength(MOST_BYTES_OF_HEADERS);
        settings.source().ifPresent(options::setLocalAddress);
        settings.tls()
                .ifPresent(files -> options.setSsl(true)
                        .setTrustOptions(new PemTrustOptions()
                                .addCertPath(files.authority().toString())));
        return options;
    }
}
