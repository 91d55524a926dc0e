package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_taken_port_is_named_with_the_part_that_needs_it() throws Exception {
        var ports = Ports.free();
        try (var taken = new ServerSocket(ports.progress(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .hasMessageContaining("progress-service")
                    .hasMessageContaining("QADAM_PROGRESS_PORT");
        }
    }

    @Test
    void a_port_that_was_in_use_a_moment_ago_is_free() throws Exception {
        var ports = Ports.free();
        try (var server = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress());
                var client = new Socket(InetAddress.getLoopbackAddress(), ports.kafka())) {
            server.accept().close();
            assertThat(client.isConnected()).isTrue();
        }
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    @Test
    void a_port_is_chosen_once_though_nobody_listens_there_yet() throws Exception {
        assertThat(LoopbackPort.free(300)).doesNotHaveDuplicates().doesNotContain(LoopbackPort.free(300));
    }

    @Test
    void a_port_is_changed_by_a_variable() throws Exception {
        var ports = Ports.chosenBy(Map.of("QADAM_KAFKA_CONTROLLER_PORT", "29093"), Purpose.USE);

        assertThat(ports)
                .isEqualTo(new Ports(8080, 54320, 19092, 29093, 8081, 8082, 8083, 9081, 9082, 9083, 0, 0, false));
        assertThat(Ports.chosenBy(Map.of("QADAM_FRONT_PORT", "28080"), Purpose.USE)
                        .frontUri())
                .hasToString("http://127.0.0.1:28080");
    }

    @Test
    void a_management_port_is_changed_by_a_variable() throws Exception {
        var ports = Ports.chosenBy(Map.of("QADAM_REPORTING_MANAGEMENT_PORT", "29083"), Purpose.USE);

        assertThat(ports.management(Service.REPORTING)).hasToString("http://127.0.0.1:29083");
    }

    @Test
    void a_suite_without_keycloak_needs_no_port_for_it() {
        assertThat(Purpose.USE.ports().byPart()).doesNotContainKey("keycloak");
        assertThat(Purpose.USE.ports().withKeycloak(8180).byPart()).containsEntry("keycloak", 8180);
    }

    @Test
    void the_services_of_a_suite_with_tls_have_other_addresses() throws Exception {
        Ports ports = Purpose.USE.ports().withKafkaInternal(19094).withTls();

        assertThat(Ports.of(ports.asText())).isEqualTo(ports);
        assertThat(ports.overriddenBy(Map.of("QADAM_KAFKA_INTERNAL_PORT", "29094"))
                        .haveTls())
                .isTrue();
        assertThat(ports.uri(Service.REPORTING)).hasToString("https://127.0.0.1:8083");
        assertThat(ports.frontUri()).hasToString("https://127.0.0.1:8080");
        assertThat(Purpose.USE.ports().byPart()).doesNotContainKey("kafka-internal");
    }

    @Test
    void a_port_that_is_no_number_is_named() {
        assertThatThrownBy(() -> Ports.chosenBy(Map.of("QADAM_KAFKA_PORT", "many"), Purpose.USE))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("kafka")
                .hasMessageContaining("many");
    }
}
