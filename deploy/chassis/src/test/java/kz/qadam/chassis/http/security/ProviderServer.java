package kz.qadam.chassis.http.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OIDC provider as a service meets it: a discovery document and keys. Tests choose the keys and count how often they
 * were asked for, by HTTP, since the test runs in another class loader.
 */
public class ProviderServer implements QuarkusTestResourceLifecycleManager {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile String offered = "{\"keys\":[]}";
    private volatile boolean isStopped;
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/authorization"}
                """.formatted(address)));
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            answer(exchange, offered);
        });
        server.createContext("/asked", exchange -> send(exchange, 200, asked.toString()));
        server.createContext("/offered", exchange -> {
            offered = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            send(exchange, 204, "");
        });
        server.createContext("/stopped", exchange -> {
            isStopped = exchange.getRequestMethod().equals("PUT");
            send(exchange, 204, "");
        });
        server.start();
        return Map.of("quarkus.oidc.auth-server-url", address);
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        if (isStopped) {
            exchange.close();
        } else {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            send(exchange, 200, json);
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
