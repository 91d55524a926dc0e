package kz.qadam.chassis.http.body;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies are held in work by senders who never send the end of them. */
@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class BodyAdmissionTest {

    private static final int LARGE = 10 * 1024 * 1024;
    private static final String LENGTH = "Content-Length: " + LARGE;
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    @TestHTTPResource("/")
    URI root;

    @Inject
    BodyBudget budget;

    private final List<Socket> senders = new ArrayList<>();

    @AfterEach
    void everybody_goes_and_nothing_stays_taken() throws IOException {
        for (Socket sender : senders) {
            sender.close();
        }
        await().untilAsserted(() -> assertThat(budget.taken()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sent", "sent-at-once"})
    void a_sender_has_its_share_in_work_and_no_more(String path) throws IOException {
        long share = fill("greedy", path);
        int taken = senders.size();

        Response refused = sends("greedy", path, 2_000);

        assertThat(taken).isGreaterThan(1);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(sends("modest", path, 2_000).statusCode()).isEqualTo(200);
        // What was answered is given back just after its answer.
        await().untilAsserted(() -> assertThat(budget.taken()).isEqualTo(share));
    }

    @Test
    void all_together_have_the_budget_in_work_and_no_more() throws IOException {
        fill("first", "sent");
        fill("second", "sent");
        fill("third", "sent");

        assertThat(sends("fourth", "sent", 2_000_000).statusCode()).isEqualTo(503);
        assertThat(sends("fourth", "sent", 100).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_in_chunks_weighs_as_much_as_it_may_have() throws IOException {
        begin("chunky", "sent", CHUNKED, "400\r\n" + "x".repeat(0x400) + "\r\n");

        await().untilAsserted(() -> assertThat(budget.taken()).isEqualTo(BodyWeight.of(LARGE)));
    }

    @Test
    void who_may_not_send_takes_nothing() throws IOException {
        try (var nobody = new Socket(InetAddress.getLoopbackAddress(), root.getPort())) {
            nobody.setSoTimeout(60_000);
            write(
                    nobody,
                    "POST /toys/sent/batch HTTP/1.1\r\nHost: localhost\r\n" + LENGTH
                            + "\r\nContent-Type: application/octet-stream\r\n\r\nx");

            assertThat(new String(nobody.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 401");
            assertThat(budget.taken()).isZero();
        }
    }

    @Test
    void whatever_the_answer_is_the_body_is_given_back() {
        for (int length : new int[] {13, 60_000, LARGE + 1}) {
            sends("various", "sent-at-once", length);
            sends("various", "sent", length);
        }
        given().header("Authorization", "Bearer " + TestIssuer.partner("various"))
                .contentType("image/png")
                .body(new byte[60_000])
                .post("/toys/sent/batch")
                .then()
                .statusCode(415);
        given().header("Authorization", "Bearer " + TestIssuer.token("auditor"))
                .contentType("application/octet-stream")
                .body(new byte[60_000])
                .post("/toys/sent/batch")
                .then()
                .statusCode(403);

        await().untilAsserted(() -> assertThat(budget.taken()).isZero());
    }

    /** Begins bodies, the largest first, until hardly one fits into the share any more. Returns what is taken. */
    private long fill(String institution, String path) throws IOException {
        long full = budget.taken() + budget.ofSender();
        long expected = budget.taken();
        for (int length = LARGE; length > BodyWeight.NOT_WEIGHED; length /= 2) {
            while (expected + BodyWeight.of(length) <= full) {
                begin(institution, path, "Content-Length: " + length, "x");
                expected += BodyWeight.of(length);
            }
        }
        long taken = expected;
        await().untilAsserted(() -> assertThat(budget.taken()).isEqualTo(taken));
        return taken;
    }

    private void begin(String institution, String path, String length, String begin) throws IOException {
        var sender = new Socket(InetAddress.getLoopbackAddress(), root.getPort());
        senders.add(sender);
        write(
                sender,
                "POST /toys/" + path + "/batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + TestIssuer.partner(institution) + "\r\nContent-Type: application/octet-stream\r\n" + length
                        + "\r\n\r\n" + begin);
    }

    private static void write(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(US_ASCII));
        to.getOutputStream().flush();
    }

    private static Response sends(String institution, String path, int length) {
        return given().header("Authorization", "Bearer " + TestIssuer.partner(institution))
                .contentType("application/octet-stream")
                .body(new byte[length])
                .post("/toys/" + path + "/batch");
    }
}
