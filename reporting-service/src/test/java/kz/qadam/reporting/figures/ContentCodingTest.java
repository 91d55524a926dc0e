package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.whileLocked;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures are sent plain or packed, and not sent again to those who have them; dashboards of other sites rely on that. */
@ReportingTest
class ContentCodingTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private String path;

    @BeforeEach
    void figures_of_one_instant() {
        givenCohort("coded", 10L);
        awaitCohort("coded");
        path = "/v1/progress/coded?asOf=" + now();
    }

    @Test
    void each_coding_has_the_same_content() throws IOException {
        HttpResponse<byte[]> plain = get("identity");
        HttpResponse<byte[]> packed = get("br, gzip;q=0.5");

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
    }

    @Test
    void each_coding_has_its_own_etag() {
        assertThat(etag("gzip")).isNotEqualTo(etag("identity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void what_is_known_in_the_same_coding_is_not_sent_again(String coding) {
        HttpResponse<byte[]> again = get(coding, "If-None-Match", etag(coding));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void what_is_known_in_another_coding_is_sent() {
        assertThat(get("gzip", "If-None-Match", etag("identity")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_refused_coding_is_not_used() {
        assertThat(get("gzip;q=0").headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void what_is_known_already_is_answered_without_the_database() {
        String etag = etag("identity");
        String lock = "lock table rollup_cell, catalogue_fact, intake_clock, intake_batch, dead_letter_span"
                + " in access exclusive mode";
        whileLocked(
                lock,
                () -> assertThat(get("identity", "If-None-Match", etag).statusCode())
                        .isEqualTo(304));
    }

    private String etag(String coding) {
        return get(coding).headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<byte[]> get(String coding, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .headers(query(new String[] {"Accept-Encoding", coding}, headers))
                .header("Authorization", "Bearer " + Tokens.of("viewer"));
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .join();
    }

    private static byte[] unpacked(byte[] gzip) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }
}
