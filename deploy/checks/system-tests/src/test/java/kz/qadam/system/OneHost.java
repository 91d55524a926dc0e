package kz.qadam.system;

import static kz.qadam.system.Waits.soon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kz.qadam.front.Routes;
import kz.qadam.local.Service;

/**
 * One address for the pages of all services, as the front is, at which a service can be stopped or can hang for one test, while
 * others use it.
 */
final class OneHost implements AutoCloseable {

    private static final List<String> PASSED_ON = List.of("Authorization", "Accept-Language", "If-None-Match");

    private final Qadam qadam;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Set<Service> stopped = EnumSet.noneOf(Service.class);
    private final Set<Service> hanging = EnumSet.noneOf(Service.class);
    private final CountDownLatch end = new CountDownLatch(1);

    OneHost(Qadam qadam) throws IOException {
        this.qadam = qadam;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop(Service service) {
        stopped.add(service);
    }

    /** From now on the service takes requests and does not answer them. */
    void hang(Service service) {
        hanging.add(service);
    }

    /** Until each panel is there or is missing; again if one of a service that answers has not come within its second. */
    void openWithPanels(Browser browser, String path) {
        soon().until(() -> {
            browser.open(address() + path);
            soon().until(() -> browser.texts("[data-from]:not(:has(.missing))").isEmpty());
            return browser.elements("[data-from]:has(.missing)").stream()
                    .map(panel -> panel.getDomAttribute("data-part"))
                    .allMatch(this::isAway);
        });
    }

    /** Whether a panel, such as {@code enrolment-tasks}, is of a service that is stopped or hangs. */
    private boolean isAway(String panel) {
        return Stream.of(stopped, hanging)
                .flatMap(Set::stream)
                .anyMatch(service -> panel.startsWith(service.code() + "-"));
    }

    void mend() {
        stopped.clear();
        hanging.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Service service = serviceOf(exchange.getRequestURI().getPath());
        try (exchange) {
            if (hanging.contains(service)) {
                end.await();
            } else if (stopped.contains(service)) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                passOn(exchange, service);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Service serviceOf(String path) {
        String module = Routes.serviceOf(path).orElse(Service.REPORTING.module());
        return Arrays.stream(Service.values())
                .filter(service -> service.module().equals(module))
                .findFirst()
                .orElseThrow();
    }

    private void passOn(HttpExchange exchange, Service service) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                URI.create(qadam.address(service) + exchange.getRequestURI().toString()));
        PASSED_ON.stream()
                .filter(exchange.getRequestHeaders()::containsKey)
                .forEach(name ->
                        request.header(name, exchange.getRequestHeaders().getFirst(name)));
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        List.of("Content-Type", "Content-Security-Policy", "ETag", "Location")
                .forEach(name -> answer.headers()
                        .firstValue(name)
                        .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
