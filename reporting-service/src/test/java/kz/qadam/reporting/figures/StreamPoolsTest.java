package kz.qadam.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.testing.Management;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live streams when all places of one kind are taken. */
@ReportingTest
@TestProfile(StreamPoolsTest.FewPlaces.class)
class StreamPoolsTest {

    /** Behind a proxy, which says from where somebody asks. */
    public static class FewPlaces implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "qadam.stream.most", "8",
                    "qadam.stream.most-per-address", "2",
                    "qadam.stream.most-per-site", "4",
                    "qadam.stream.most-of-staff", "4",
                    "qadam.stream.most-per-caller", "3",
                    "qadam.stream.heartbeat", "500ms",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<InputStream> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws IOException {
        for (InputStream one : open) {
            one.close();
        }
        await().untilAsserted(() -> assertThat(Management.metrics()).contains("qadam_streams 0.0"));
    }

    @Test
    void a_viewer_is_served_while_the_public_has_all_its_places() throws Exception {
        for (int i = 0; i < 8; i++) {
            assertThat(listens("198.51.100." + i)).isEqualTo(200);
        }

        assertThat(listens("198.51.100.99")).isEqualTo(503);
        assertThat(listens("198.51.100.99", Tokens.of("viewer"))).isEqualTo(200);
    }

    @Test
    void the_public_is_served_while_staff_have_all_their_places() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(listens("198.51.100.7", Tokens.of("viewer"))).isEqualTo(200);
        }
        assertThat(listens("198.51.100.7", Tokens.of("auditor", "KZ-75"))).isEqualTo(200);

        assertThat(listens("198.51.100.8", Tokens.of("office"))).isEqualTo(503);
        assertThat(listens("198.51.100.8")).isEqualTo(200);
    }

    @Test
    void one_member_of_the_staff_does_not_take_all_places_of_staff() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(listens("198.51.100." + i, Tokens.of("viewer"))).isEqualTo(200);
        }

        assertThat(listens("198.51.100.5", Tokens.of("viewer"))).isEqualTo(429);
        assertThat(listens("198.51.100.5", Tokens.of("office"))).isEqualTo(200);
    }

    @Test
    void a_partner_has_the_places_of_the_public() throws Exception {
        listens("198.51.100.7");
        listens("198.51.100.7");

        assertThat(listens("198.51.100.7", Tokens.of("partner", "school-1"))).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:1:a::2", "2001:db8:1:a:ffff::1"})
    void a_network_of_64_bits_counts_as_one_address(String third) throws Exception {
        listens("2001:db8:1:a::1");
        listens("2001:db8:1:a::1");

        assertThat(listens(third)).isEqualTo(429);
        assertThat(listens("2001:db8:1:b::1")).isEqualTo(200);
    }

    @Test
    void a_network_of_48_bits_has_no_more_than_its_places_whatever_its_parts_are() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(listens("2001:db8:2:" + i + "::1")).isEqualTo(200);
        }

        assertThat(listens("2001:db8:2:ffff::1")).isEqualTo(429);
        assertThat(listens("2001:db8:3:ffff::1")).isEqualTo(200);
    }

    private int listens(String address) throws IOException, InterruptedException {
        return listens(HttpRequest.newBuilder(), address);
    }

    private int listens(String address, String token) throws IOException, InterruptedException {
        return listens(HttpRequest.newBuilder().header("Authorization", "Bearer " + token), address);
    }

    private int listens(HttpRequest.Builder request, String address) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = CLIENT.send(
                request.uri(URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/progress/stream?on=2026-01-01"))
                        .header("X-Forwarded-For", address)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        open.add(answer.body());
        return answer.statusCode();
    }
}
