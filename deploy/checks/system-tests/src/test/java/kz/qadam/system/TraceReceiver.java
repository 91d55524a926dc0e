package kz.qadam.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.qadam.local.Service;

/**
 * Receives traces by OTLP over HTTP. It does not decode them: an export has the spans of one service, with its name and
 * the ids of their traces as they are.
 */
final class TraceReceiver implements AutoCloseable {

    private final HttpServer server;
    private final Queue<String> exports = new ConcurrentLinkedQueue<>();

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    static TraceReceiver start() throws IOException {
        int port = Integer.getInteger("otlp.port");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var receiver = new TraceReceiver(server);
        server.createContext("/v1/traces", receiver::receive);
        server.start();
        return receiver;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exports.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** The services that have sent spans of this trace. */
    List<Service> servicesIn(String trace) {
        String id = new String(HexFormat.of().parseHex(trace), ISO_8859_1);
        return Arrays.stream(Service.values())
                .filter(service ->
                        exports.stream().anyMatch(export -> export.contains(id) && export.contains(service.module())))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
