package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.qadam.chassis.testing.Management;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class FigureStreamTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int MOST_PER_ADDRESS = 8;

    private final String cohort = "stream-" + UUID.randomUUID().toString().substring(0, 8);

    private final List<InputStream> open = new ArrayList<>();

    @BeforeEach
    void a_cohort() {
        givenCohort(cohort, 10L);
        awaitCohort(cohort);
    }

    @AfterEach
    void closeAll() throws IOException {
        for (InputStream one : open) {
            one.close();
        }
        open.clear();
    }

    @Test
    void an_address_has_a_limited_number_of_streams() throws Exception {
        HttpResponse<InputStream> refused = openAsManyAsAllowed();

        assertThat(open).isNotEmpty();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void a_stream_that_its_listener_closed_ends() throws Exception {
        openAsManyAsAllowed();

        closeAll();
        givenTrained(cohort, "2026-03-01");

        await().untilAsserted(() -> assertThat(Management.metrics()).contains("qadam_streams 0.0"));
    }

    private HttpResponse<InputStream> openAsManyAsAllowed() throws Exception {
        HttpResponse<InputStream> answer = stream("?on=2026-03-01");
        while (answer.statusCode() == 200 && open.size() < MOST_PER_ADDRESS) {
            open.add(answer.body());
            answer = stream("?on=2026-03-0" + (1 + open.size()));
        }
        return answer;
    }

    @Test
    void a_stream_ends_with_its_token() {
        String token = Tokens.until("viewer", Clock.systemUTC().instant().plusSeconds(3));
        var request = HttpRequest.newBuilder(address(""))
                .header("Authorization", "Bearer " + token)
                .build();

        CompletableFuture<HttpResponse<String>> whole = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());

        await().until(whole::isDone);
        assertThat(whole.join().statusCode()).isEqualTo(200);
        assertThat(whole.join().body()).contains("event:figure").contains("\"audience\":\"exact\"");
    }

    @Test
    void a_viewer_hears_the_newest_figures_at_once() throws Exception {
        Map<String, String> first = next(linesOfViewer());

        assertThat(first).containsEntry("event", "figure");
        assertThat(first.get("data")).contains("\"audience\":\"exact\"", "\"" + cohort + "\"");
    }

    @Test
    void a_listener_hears_each_change() throws Exception {
        BlockingQueue<String> lines = linesOfViewer();
        Map<String, String> first = next(lines);

        givenTrained(cohort, "2026-05-01");

        Map<String, String> second = next(lines);
        assertThat(Long.parseLong(second.get("id"))).isGreaterThan(Long.parseLong(first.get("id")));
    }

    @Test
    void those_who_listen_to_the_same_hear_the_same() throws Exception {
        BlockingQueue<String> one = linesOfViewer("?on=2026-04-30");
        BlockingQueue<String> same = linesOfViewer("?on=2026-04-30");

        givenTrained(cohort, "2026-04-01");

        await().untilAsserted(() -> viewer("/v1/progress/" + cohort).body("trained", is(1)));
        String trained = viewerBody("/v1/progress", "on", "2026-04-30");
        await().untilAsserted(() -> assertThat(one).contains("data:" + trained));
        await().untilAsserted(() -> assertThat(same).contains("data:" + trained));
    }

    @Test
    void a_past_instant_does_not_change() throws Exception {
        BlockingQueue<String> newest = linesOfViewer("?on=2026-04-30");
        BlockingQueue<String> past = linesOfViewer("?on=2026-04-30&asOf=" + now());
        next(newest);

        givenTrained(cohort, "2026-04-01");

        next(newest);
        await().untilAsserted(() -> assertThat(past.stream().filter(line -> line.startsWith("data:")))
                .hasSize(1));
    }

    /** The fields of the next event; comments are skipped. */
    private static Map<String, String> next(BlockingQueue<String> lines) throws InterruptedException {
        Map<String, String> fields = new HashMap<>();
        String line = lines.poll(1, TimeUnit.MINUTES);
        while (line != null && !(line.isEmpty() && fields.containsKey("data"))) {
            String[] field = line.split(":", 2);
            if (field.length == 2 && !field[0].isEmpty()) {
                fields.put(field[0], field[1].strip());
            }
            line = lines.poll(1, TimeUnit.MINUTES);
        }
        return fields;
    }

    private BlockingQueue<String> linesOfViewer() throws Exception {
        return linesOfViewer("");
    }

    private BlockingQueue<String> linesOfViewer(String query) throws Exception {
        return lines(query, "Authorization", "Bearer " + Tokens.of("viewer"), "Last-Event-ID", "1");
    }

    private BlockingQueue<String> lines(String query, String... headers) throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        HttpResponse<InputStream> answer = stream(query, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        open.add(answer.body());
        var text = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        ForkJoinPool.commonPool().execute(() -> text.lines().forEach(lines::add));
        return lines;
    }

    private static HttpResponse<InputStream> stream(String query, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address(query));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static URI address(String query) {
        return URI.create("http://localhost:" + RestAssured.port + "/v1/progress/stream" + query);
    }
}
