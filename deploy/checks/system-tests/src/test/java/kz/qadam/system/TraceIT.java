package kz.qadam.system;

import static io.restassured.http.ContentType.JSON;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;

/** One post can be followed through all three services. */
@OnSuite
class TraceIT {

    private final Qadam qadam;
    private final Institution school;
    private final Enrolment enrolment;

    TraceIT(Qadam qadam) {
        this.qadam = qadam;
        this.school = qadam.office().opens("school", "KZ-75");
        this.enrolment = Enrolment.of(school, qadam.office().offers(36), "pupils");
    }

    @Test
    void a_post_is_seen_by_every_service_under_the_trace_of_its_caller() throws IOException {
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (var receiver = TraceReceiver.start()) {

            qadam.bearer(Service.ENROLMENT, qadam.tokenOf(school))
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .contentType(JSON)
                    .body(enrolment.json())
                    .post("/v1/enrolments")
                    .then()
                    .statusCode(201);

            soon().untilAsserted(() -> assertThat(receiver.servicesIn(trace)).containsExactly(Service.values()));
        }
    }
}
