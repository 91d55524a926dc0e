package kz.qadam.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Calls the imports API of one service, like a program of a partner. */
final class ImportClient {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI imports;
    private final String token;
    private final String language;

    ImportClient(URI imports, String token, String language) {
        this.imports = imports;
        this.token = token;
        this.language = language;
    }

    /**
     * Uploads the file; returns the address of its job.
     *
     * @param profile the saved profile by which it is read
     */
    URI send(Path file, Optional<String> profile) throws IOException, InterruptedException {
        String query = "?fileName=" + encoded(file.getFileName().toString())
                + profile.map(name -> "&profile=" + encoded(name)).orElse("");
        var body = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> watched(file)), Files.size(file));
        var request = request(URI.create(imports + query))
                .header("Content-Type", mediaType(file))
                .POST(body)
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        require(answer, 202);
        return imports.resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Watches a job until it is finished, also across a restart of the service. The job continues even if this is
     * interrupted.
     */
    ImportJob follow(URI job) throws IOException, InterruptedException {
        ImportJob state = state(job);
        try (var bar = bar("judged", state.received()).setUnit(" rows", 1).build()) {
            while (!state.isFinished()) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                state = patiently(job);
                bar.stepTo(state.processed());
            }
        }
        return state;
    }

    void fetchErrors(ImportJob job, Path into) throws IOException, InterruptedException {
        var request = request(URI.create(imports + "/" + job.id() + "/errors.csv"))
                .header("Accept", "text/csv")
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(problem(new String(body.readAllBytes(), StandardCharsets.UTF_8)));
            }
            Files.copy(body, into);
        }
    }

    private ImportJob patiently(URI job) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_SILENCE.toNanos();
        while (true) {
            try {
                return state(job);
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        }
    }

    private ImportJob state(URI job) throws IOException, InterruptedException {
        var answer = http.send(request(job).build(), HttpResponse.BodyHandlers.ofString());
        require(answer, 200);
        return JSON.readValue(answer.body(), ImportJob.class);
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language);
    }

    private static void require(HttpResponse<String> answer, int status) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(problem(answer.body()));
        }
    }

    /** A problem as text: its title, its detail, and each fault on a separate line. */
    private static String problem(String body) throws IOException {
        JsonNode problem = JSON.readTree(body);
        var words = new StringBuilder(problem.path("title").asText("The service answered: " + body));
        if (problem.has("detail")) {
            words.append("\n  ").append(problem.get("detail").asText());
        }
        for (JsonNode fault : problem.path("errors")) {
            words.append("\n  ").append(fault.path("detail").asText());
        }
        return words.toString();
    }

    private static String mediaType(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") ? "application/x-ndjson" : "text/csv";
    }

    private static InputStream watched(Path file) {
        try {
            return ProgressBar.wrap(
                    Files.newInputStream(file), bar("sent", Files.size(file)).setUnit(" KiB", 1 << 10));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProgressBarBuilder bar(String task, long most) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200);
    }
}
