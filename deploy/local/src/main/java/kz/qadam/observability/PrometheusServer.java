package kz.qadam.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Prometheus that scrapes services every second and evaluates rules. */
public final class PrometheusServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CONFIG = """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: ['%s/*.yml']
            scrape_configs:
              - job_name: qadam
                metrics_path: /q/metrics
                static_configs:
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private PrometheusServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it.
     *
     * @param rules a directory with files of rules
     * @param data an empty directory
     * @param services the management addresses, by the value of the label service
     */
    public static PrometheusServer start(Path rules, Path data, Map<String, URI> services) throws IOException {
        var config = new StringBuilder(CONFIG.formatted(rules.toAbsolutePath()));
        services.forEach((service, management) -> config.append(
                "      - {targets: ['%s'], labels: {service: %s}}%n".formatted(management.getAuthority(), service)));
        Path file = Files.writeString(data.resolve("prometheus.yml"), config);
        String listen = "127.0.0.1:" + freePort();
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + data.resolve("tsdb"),
                        "--web.listen-address=" + listen,
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("prometheus.log").toFile())
                .start();
        return new PrometheusServer(process, URI.create("http://" + listen));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The expressions of all rules, those of alerts with their comparisons made to numbers. */
    public List<Expression> rules() throws IOException, InterruptedException {
        List<Expression> all = new ArrayList<>();
        for (JsonNode group : get("/api/v1/rules").path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                var expression = new Expression(
                        rule.path("name").asText(), rule.path("query").asText());
                all.add(rule.path("type").asText().equals("alerting") ? expression.compared() : expression);
            }
        }
        return all;
    }

    /** Those of the expressions that return no series now. */
    public List<Expression> withoutSeries(List<Expression> expressions) throws IOException, InterruptedException {
        List<Expression> missing = new ArrayList<>();
        for (Expression expression : expressions) {
            String query = URLEncoder.encode(expression.over("1m").query(), StandardCharsets.UTF_8);
            if (get("/api/v1/query?query=" + query).path("result").isEmpty()) {
                missing.add(expression);
            }
        }
        return missing;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Prometheus answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body()).path("data");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
