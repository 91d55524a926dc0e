package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import kz.qadam.local.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Health and metrics, which move with every single report and are therefore not for everybody. */
@OnSuite
class ManagementPortIT {

    private final Qadam qadam;

    ManagementPortIT(Qadam qadam) {
        this.qadam = qadam;
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void the_public_port_of_a_service_has_neither_health_nor_metrics(Service service) {
        qadam.anybody(service).get("/q/health").then().statusCode(404);
        qadam.anybody(service).get("/q/metrics").then().statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void the_operator_reads_both_at_the_management_port(Service service) {
        qadam.anybody(service).get("/problems").then().statusCode(200);

        qadam.operator(service).get("/q/health/ready").then().statusCode(200);
        // A request is counted when its answer has ended, perhaps after the client has it.
        soon().untilAsserted(() -> assertThat(
                        qadam.operator(service).get("/q/metrics").asString())
                .containsPattern("http_server_requests_seconds_count\\{.*uri=\"/problems\""));
    }
}
