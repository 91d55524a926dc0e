package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is still on its way from one service to the others, as their operator sees it.
 *
 * @param services the metrics of all services
 */
record Arrivals(List<RequestSpecification> services) {

    /** What waits to be sent to Kafka, and what waits there. */
    private static final List<String> WAITING = List.of("qadam_relay_waiting", "qadam_intake_lag");

    private static final Duration USUAL = Duration.ofSeconds(90);

    /** All metrics of three services are many. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    /**
     * Waits until all that was posted so far has arrived everywhere, also what other tests have posted. An event that
     * arrives may cause others, so nothing is on its way only if this is so for a second.
     */
    void await() {
        await(USUAL);
    }

    /** The same, of so much that it takes longer than in a test. */
    void await(Duration most) {
        soon().atMost(most)
                .pollInterval(BETWEEN_LOOKS)
                .during(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                services.stream().flatMap(Arrivals::waiting).toList())
                        .isEmpty());
    }

    /** The metrics that are not zero. */
    private static Stream<String> waiting(RequestSpecification service) {
        return service.get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> WAITING.stream().anyMatch(line::startsWith))
                .filter(line -> !line.endsWith(" 0.0"));
    }
}
