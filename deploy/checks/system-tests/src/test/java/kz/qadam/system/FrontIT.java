package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.IntStream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One address leads to the three services, and nobody notices what is between. {@code FrontTest} has what needs no suite. */
@OnSuite
class FrontIT {

    private static final String STREAM = "/v1/progress/stream";

    /** The most streams that one address may have without a token. */
    private static final int MOST = 100;

    private static final int BYTES_OF_A_LARGE_FILE = 100 * 1024 * 1024;

    /** Much less than the file, and more than a JVM with a heap of 64 MB needs. */
    private static final long MOST_KILOBYTES = 300 * 1024;

    private final Qadam qadam;
    private FrontProgram front;

    FrontIT(Qadam qadam) {
        this.qadam = qadam;
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        front = FrontProgram.of(qadam);
        soon().ignoreExceptions().until(() -> get("/v1/progress").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void streams_are_limited_by_the_address_of_the_caller_whatever_the_caller_says() {
        try (var caller = new CallerAt("127.0.0.3");
                var other = new CallerAt("127.0.0.4")) {
            open(caller, front.address());

            assertThat(caller.get(front.address(), STREAM)).contains("429");
            assertThat(caller.get(
                            front.address(), STREAM, "X-Forwarded-For: 203.0.113.9", "Forwarded: for=203.0.113.9"))
                    .contains("429");
            assertThat(other.get(front.address(), STREAM)).contains("200");
        }
    }

    @Test
    void a_caller_of_a_port_of_a_service_is_not_believed_either() {
        URI reporting = qadam.address(Service.REPORTING);
        try (var caller = new CallerAt("127.0.0.5")) {
            open(caller, reporting);

            assertThat(caller.get(reporting, STREAM, "X-Forwarded-For: 203.0.113.9"))
                    .contains("429");
        }
    }

    @Test
    void the_places_of_streams_that_have_ended_are_free_again() {
        try (var caller = new CallerAt("127.0.0.6")) {
            open(caller, front.address());
        }
        soon().untilAsserted(() -> {
            try (var again = new CallerAt("127.0.0.6")) {
                assertThat(again.get(front.address(), STREAM)).contains("200");
            }
        });
    }

    private static void open(CallerAt caller, URI server) {
        assertThat(IntStream.range(0, MOST).mapToObj(i -> caller.get(server, STREAM)))
                .allSatisfy(answer -> assertThat(answer).contains("200"));
    }

    @Test
    void a_script_of_a_page_at_the_front_sends_to_each_service_as_one_of_its_own() {
        for (String path : new String[] {"/v1/enrolments", "/v1/completions", "/v1/audit/recounts"}) {
            assertThat(given().baseUri(front.address().toString())
                            .header("Origin", front.address().toString())
                            .contentType("application/json")
                            .body("{}")
                            .post(path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void headers_of_sixteen_kilobytes_arrive() {
        assertThat(given().baseUri(front.address().toString())
                        .header("X-Trace", "q".repeat(16 * 1024))
                        .get("/v1/progress")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_large_file_passes_and_is_not_kept_on_the_way() throws IOException {
        Institution school = qadam.office().opens("school", "KZ-11");
        byte[] file = new byte[BYTES_OF_A_LARGE_FILE];
        Arrays.fill(file, (byte) '\n');

        Response received = partner(school).contentType("text/csv").body(file).post("/v1/completion-imports");

        assertThat(received.statusCode()).isEqualTo(400);
        assertThat(received.path("errors[0].detail").toString()).isEqualTo("There is no header row.");
        assertThat(front.mostKilobytes()).isLessThan(MOST_KILOBYTES);
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_is_sent() throws IOException {
        Institution school = qadam.office().opens("school", "KZ-11");

        Response refused = partner(school)
                .contentType("application/json")
                .body(new byte[20 * 1024 * 1024])
                .post("/v1/completions");

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.path("type").toString()).endsWith("/problems/too-large");
    }

    @Test
    void a_service_that_is_stopped_costs_its_own_pages_alone() throws IOException {
        qadam.suite().kill(Service.PROGRESS);
        try {
            soon().untilAsserted(() -> {
                Response page = given().baseUri(front.address().toString())
                        .header("Accept", "text/html")
                        .get("/completion-files");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.asString())
                        .contains("Қазір қолжетімсіз", "Сейчас недоступно", "Not available at the moment")
                        .contains("href=\"/staff/desk/office\"");
            });
            assertThat(get("/v1/completions").path("type").toString()).isEqualTo("/problems/unavailable");
            assertThat(get("/duties").statusCode()).isEqualTo(200);
            assertThat(get("/").statusCode()).isEqualTo(200);
        } finally {
            qadam.restart(Service.PROGRESS);
        }
        soon().untilAsserted(
                        () -> assertThat(get("/completion-files").statusCode()).isEqualTo(401));
    }

    @Test
    void the_address_of_a_desk_opens_a_session_for_all_services_which_no_script_can_read() throws IOException {
        var browser = new Browser();
        try {
            browser.open(front.address() + "/login/reporting-service#token=" + qadam.tokenOf("auditor"));
            soon().until(() -> browser.address().equals(front.address() + "/staff/desk/auditor"));

            assertThat(new Session(browser.cookies()).cookie().isHttpOnly()).isTrue();
            String session = new Session(browser.cookies()).header();
            for (String path : new String[] {
                "/staff/v1/enrolment-trail?limit=1",
                "/staff/v1/completion-trail?limit=1",
                "/staff/v1/audit/trail?limit=1"
            }) {
                assertThat(given().baseUri(front.address().toString())
                                .header("Cookie", session)
                                .get(path)
                                .statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        } finally {
            browser.close();
        }
    }

    @Test
    void somebody_who_opens_a_page_of_a_desk_without_a_session_is_led_to_the_login() throws IOException {
        try (var browser = new Browser()) {
            browser.open(front.address() + "/keys?lang=en");

            browser.await("#refused");
            assertThat(browser.address()).isEqualTo(front.address() + "/login/enrolment-service");
        }
    }

    private RequestSpecification partner(Institution institution) throws IOException {
        return given().baseUri(front.address().toString()).auth().oauth2(qadam.tokenOf(institution));
    }

    private Response get(String path) {
        return given().baseUri(front.address().toString()).get(path);
    }
}
