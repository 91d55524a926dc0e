package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.awaitTrained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;

/** Listeners of different regions, of the nation and of the public at one stream. */
@ReportingTest
class RegionalStreamTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String cohort = "heard-" + UUID.randomUUID().toString().substring(0, 8);

    /** What a listener has heard so far. */
    private record Listener(InputStream stream, List<String> figures) implements AutoCloseable {

        static Listener with(String token) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + "/v1/progress/stream"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            InputStream stream = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            var listener = new Listener(stream, new CopyOnWriteArrayList<>());
            var thread = new Thread(listener::listen);
            thread.setDaemon(true);
            thread.start();
            return listener;
        }

        private void listen() {
            try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> line.startsWith("data:")).forEach(figures::add);
            } catch (IOException | UncheckedIOException e) {
                figures.add("closed");
            }
        }

        List<Integer> trained(String cohort) {
            return figures.stream()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> JsonPath.from(line.substring("data:".length()))
                            .<Integer>get("cohorts.find { it.cohort == '" + cohort + "' }.trained"))
                    .toList();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    @Test
    void each_listener_hears_the_figures_of_the_own_region_and_no_others() throws Exception {
        givenCohort(cohort, 10L);
        givenTrained(cohort, "KZ-75", "school-1", "2026-03-01");
        givenTrained(cohort, "KZ-71", "school-3", "2026-03-01");
        givenTrained(cohort, "KZ-71", "school-3", "2026-03-01");
        awaitTrained(cohort, 3);

        try (var nation = Listener.with(Tokens.of("viewer"));
                var almaty = Listener.with(Tokens.of("viewer", "KZ-75"));
                var astana = Listener.with(Tokens.of("auditor", "KZ-71"))) {
            await().untilAsserted(() -> assertThat(List.of(nation, almaty, astana))
                    .noneMatch(one -> one.figures().isEmpty()));
            givenTrained(cohort, "KZ-71", "school-3", "2026-03-02");

            await().untilAsserted(() -> assertThat(nation.trained(cohort)).contains(3, 4));
            await().untilAsserted(() -> assertThat(astana.trained(cohort)).contains(2, 3));
            await().untilAsserted(() -> assertThat(almaty.figures()).hasSizeGreaterThan(1));
            assertThat(almaty.trained(cohort)).containsOnly(1);
            assertThat(astana.trained(cohort)).doesNotContain(1, 4);
        }
    }
}
