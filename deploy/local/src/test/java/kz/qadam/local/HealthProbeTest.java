package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthProbeTest {

    private final List<HttpServer> servers = new ArrayList<>();
    private Ports ports;

    @BeforeEach
    void choosePorts() throws IOException {
        ports = Ports.free();
    }

    @AfterEach
    void close() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void a_service_is_ready_if_its_management_port_says_so() throws Exception {
        answer(ports.progress(), 404);
        answer(ports.progressManagement(), 200);

        assertThat(HealthProbe.isReady(ports, Service.PROGRESS)).isTrue();
        assertThat(HealthProbe.of(ports, Service.PROGRESS)).isEqualTo(ports.management(Service.PROGRESS));
    }

    @Test
    void a_service_is_not_ready_before_its_public_port_answers() throws Exception {
        answer(ports.progressManagement(), 200);

        assertThat(HealthProbe.isReady(ports, Service.PROGRESS)).isFalse();
    }

    @Test
    void a_service_is_not_ready_while_its_management_port_says_so() throws Exception {
        answer(ports.progress(), 404);
        answer(ports.progressManagement(), 503);

        assertThat(HealthProbe.isReady(ports, Service.PROGRESS)).isFalse();
    }

    @Test
    void a_service_of_a_version_without_management_ports_is_asked_at_its_public_port() throws Exception {
        answer(ports.progress(), 200);

        assertThat(HealthProbe.isReady(ports, Service.PROGRESS)).isTrue();
        assertThat(HealthProbe.of(ports, Service.PROGRESS)).isEqualTo(ports.uri(Service.PROGRESS));
    }

    private void answer(int port, int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        servers.add(server);
    }
}
