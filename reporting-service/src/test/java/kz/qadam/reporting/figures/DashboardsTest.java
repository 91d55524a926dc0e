package kz.qadam.reporting.figures;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The properties of the API that dashboards of other sites rely on. */
@ReportingTest
class DashboardsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void each_coding_has_its_own_etag_and_the_same_content() throws Exception {
        Events.cohort("coded", 10L);
        await().untilAsserted(() -> exact("/v1/progress/coded").statusCode(200));
        String asOf = exact("/v1/progress").extract().path("asOf");
        String path = "/v1/progress?asOf=" + asOf;

        HttpResponse<byte[]> plain = get(path, "Accept-Encoding", "identity");
        HttpResponse<byte[]> packed = get(path, "Accept-Encoding", "br, gzip;q=0.5");

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        assertThat(etag(packed)).isNotEqualTo(etag(plain));
        assertThat(get(path, "Accept-Encoding", "identity", "If-None-Match", etag(plain))
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<byte[]> same = get(path, "Accept-Encoding", "gzip", "If-None-Match", etag(packed));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(get(path, "Accept-Encoding", "gzip", "If-None-Match", etag(plain))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(path, "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void what_is_known_already_is_answered_without_the_database() throws Exception {
        Events.cohort("remembered", 10L);
        await().untilAsserted(() -> exact("/v1/progress/remembered").statusCode(200));
        String path = "/v1/progress/remembered?asOf="
                + exact("/v1/progress").extract().path("asOf");
        String etag = etag(get(path, "Accept-Encoding", "identity"));

        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table rollup_cell, catalogue_fact, intake_clock, intake_batch, dead_letter_span"
                    + " in access exclusive mode");
            HttpResponse<byte[]> same = get(path, "Accept-Encoding", "identity", "If-None-Match", etag);
            assertThat(same.statusCode()).isEqualTo(304);
            connection.rollback();
        }
    }

    @Test
    void a_page_from_an_origin_that_is_configured_may_ask() {
        given().header("Origin", "https://dashboard.kz")
                .get("/v1/progress")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://dashboard.kz");
        given().header("Origin", "https://other.kz")
                .get("/v1/progress")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void the_tables_are_described_and_are_there() {
        Events.cohort("packaged", 10L);
        await().untilAsserted(() -> byAnybody("/datapackage.json")
                .statusCode(200)
                .body("'$schema'", is("https://datapackage.org/profiles/2.0/datapackage.json"))
                .body("name", is("qadam"))
                .body("resources.type", everyItem(is("table")))
                .body("resources.encoding", everyItem(is("utf-8")))
                .body("resources.path", everyItem(endsWith("&bom=false")))
                .body("resources.name", hasItem("packaged-by-region"))
                .body("resources.name", hasItem("packaged-by-kind"))
                .body("resources.name", hasItem("packaged-by-month")));
        for (String table : List.of("cohorts", "packaged-by-region", "packaged-by-kind", "packaged-by-month")) {
            assertThat(columnsOf(table)).as(table).isEqualTo(describedColumnsOf(table));
        }
    }

    private static String describedColumnsOf(String table) {
        List<String> columns = byAnybody("/datapackage.json")
                .extract()
                .path("resources.find { it.name == '%s' }.schema.fields.name".formatted(table));
        return String.join(",", columns);
    }

    private static String columnsOf(String table) {
        String path = byAnybody("/datapackage.json")
                .extract()
                .path("resources.find { it.name == '%s' }.path".formatted(table));
        String csv = given().urlEncodingEnabled(false)
                .get(path.substring(path.indexOf("/v1/")))
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        return csv.lines().findFirst().orElseThrow();
    }

    @Test
    void a_table_begins_with_a_byte_order_mark_unless_it_is_asked_not_to() {
        for (String path : List.of(
                "/v1/progress",
                "/v1/progress/total",
                "/v1/progress/total/breakdown?by=region",
                "/v1/progress/total/series?interval=month",
                "/v1/progress/coverage")) {
            String csv = path + (path.contains("?") ? "&" : "?") + "format=csv";
            assertThat(table(csv)).as(path).startsWith("\uFEFFasOf,");
            assertThat(table(csv + "&bom=true")).as(path).startsWith("\uFEFFasOf,");
            assertThat(table(csv + "&bom=false")).as(path).startsWith("asOf,");
        }
        assertThat(given().accept("text/csv").get("/v1/progress?bom=false").asString())
                .startsWith("asOf,");
        byAnybody("/v1/progress", "format", "csv", "bom", "no").statusCode(400).body("errors[0].parameter", is("bom"));
    }

    private static String table(String path) {
        return given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/csv; charset=UTF-8")
                .extract()
                .asString();
    }

    @Test
    void a_listener_hears_the_newest_at_once_and_each_change() throws Exception {
        Events.cohort("streamed", 10L);
        await().untilAsserted(() -> exact("/v1/progress/streamed").statusCode(200));
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        InputStream stream = CLIENT.send(
                        request("/v1/progress/stream", "Last-Event-ID", "1").build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
        var text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        ForkJoinPool.commonPool().execute(() -> text.lines().forEach(lines::add));

        Map<String, String> first = next(lines);
        assertThat(first).containsEntry("event", "figure");
        assertThat(first.get("data")).contains("\"audience\":\"exact\"", "\"streamed\"");
        Events.trained("streamed", "KZ-75", "school-42", "2026-05-01");

        Map<String, String> second = next(lines);
        assertThat(Long.parseLong(second.get("id"))).isGreaterThan(Long.parseLong(first.get("id")));
        stream.close();
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

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return CLIENT.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .headers(headers)
                .header("Authorization", "Bearer " + Tokens.of("viewer"));
    }

    private static String etag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static byte[] unpacked(byte[] gzip) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }
}
