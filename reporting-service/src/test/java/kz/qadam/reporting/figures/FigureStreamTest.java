package kz.qadam.reporting.figures;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.Asked.byAnybody;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.Events;
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
        Events.seed();
        Events.cohort(cohort, 10L);
        await().untilAsserted(() -> byAnybody("/v1/progress/" + cohort).statusCode(200));
    }

    @AfterEach
    void closeAll() throws IOException {
        for (InputStream one : open) {
            one.close();
        }
        open.clear();
    }

    @Test
    void an_address_has_so_many_streams_and_no_more_until_one_is_closed() throws Exception {
        HttpResponse<InputStream> answer = stream("?on=2026-03-01");
        while (answer.statusCode() == 200 && open.size() < MOST_PER_ADDRESS) {
            open.add(answer.body());
            answer = stream("?on=2026-03-0" + (1 + open.size()));
        }

        assertThat(open).isNotEmpty();
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        closeAll();
        Events.trained(cohort, "KZ-75", "school-42", "2026-03-01");
        await().untilAsserted(() -> {
            assertThat(given().get("/q/metrics").asString()).contains("qadam_streams 0.0");
        });
    }

    @Test
    void a_stream_ends_with_its_token() {
        var request = HttpRequest.newBuilder(address(""))
                .header(
                        "Authorization",
                        "Bearer "
                                + Tokens.until(
                                        "viewer", Clock.systemUTC().instant().plusSeconds(3)))
                .build();

        CompletableFuture<HttpResponse<String>> whole = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());

        await().until(whole::isDone);
        assertThat(whole.join().statusCode()).isEqualTo(200);
        assertThat(whole.join().body()).contains("event:figure").contains("\"audience\":\"exact\"");
    }

    @Test
    void who_listens_to_the_same_hears_the_same_and_a_past_instant_does_not_change() throws Exception {
        String asOf = byAnybody("/v1/progress").extract().path("asOf");
        BlockingQueue<String> one = data("?on=2026-04-30");
        BlockingQueue<String> same = data("?on=2026-04-30");
        BlockingQueue<String> past = data("?on=2026-04-30&asOf=" + asOf);
        String before = one.poll(1, TimeUnit.MINUTES);
        assertThat(before).contains("\"published\"");

        Events.trained(cohort, "KZ-75", "school-42", "2026-04-01");

        await().untilAsserted(() -> byAnybody("/v1/progress/" + cohort).body("trained", is(1)));
        String trained = byAnybody("/v1/progress", "on", "2026-04-30").extract().asString();
        await().untilAsserted(() -> assertThat(one).contains("data:" + trained));
        await().untilAsserted(() -> assertThat(same).contains("data:" + trained));
        await().untilAsserted(() -> assertThat(past).hasSize(1));
    }

    private BlockingQueue<String> data(String query) throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        HttpResponse<InputStream> answer = stream(query);
        assertThat(answer.statusCode()).isEqualTo(200);
        open.add(answer.body());
        var text = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        ForkJoinPool.commonPool()
                .execute(() ->
                        text.lines().filter(line -> line.startsWith("data:")).forEach(lines::add));
        return lines;
    }

    private static HttpResponse<InputStream> stream(String query) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(address(query)).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static URI address(String query) {
        return URI.create("http://localhost:" + RestAssured.port + "/v1/progress/stream" + query);
    }
}
