package kz.qadam.system;

import static kz.qadam.system.Qadam.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.load.LoadCallers;
import kz.qadam.load.ReadyInstances;
import kz.qadam.load.ServiceLoad;
import kz.qadam.local.Service;
import kz.qadam.local.ServiceInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances come and go while clients write and read. {@code deploy/instances} does more of it. */
@OnSuite
class InstancesIT {

    /** Far from the numbers of {@link Iins}. */
    private static final int FIRST_PERSON = 50_010_000;

    private static final Duration TO_BE_COUNTED = Duration.ofSeconds(90);

    private final Qadam qadam;
    private final ReadyInstances ready = new ReadyInstances();
    private List<ServiceInstance> others;
    private ServiceLoad load;

    InstancesIT(Qadam qadam) {
        this.qadam = qadam;
    }

    @BeforeEach
    void a_second_instance_of_each_service_runs_under_load() throws IOException, InterruptedException {
        Institution school = qadam.office().opens("school", "KZ-75");
        Course course = qadam.office().offers(36);
        soon().untilAsserted(() -> assertThat(qadam.auditor().because()).isEmpty());
        others = Stream.of(Service.values()).parallel().map(this::startOther).toList();
        for (Service service : Service.values()) {
            ready.add(service.code(), qadam.address(service), () -> qadam.isReady(service));
        }
        others.forEach(other -> ready.add(other.service().code(), other.uri(), other::isReady));
        var callers = new LoadCallers(school.code(), course.code(), qadam.tokenOf(school), qadam.tokenOf("auditor"));
        load = new ServiceLoad(ready, callers, FIRST_PERSON);
        load.begin();
    }

    @AfterEach
    void stop() {
        load.close();
        ready.close();
        others.forEach(ServiceInstance::close);
    }

    @Test
    void instances_stop_and_start_without_an_error_and_without_a_difference() throws Exception {
        Stream.of(Service.values()).parallel().forEach(qadam::restart);
        others.parallelStream().forEach(ServiceInstance::stop);

        assertThat(load.end().errors()).isEmpty();
        assertThat(load.differences(TO_BE_COUNTED)).isEmpty();
        assertThat(leasesOf(others)).isEmpty();
    }

    private ServiceInstance startOther(Service service) {
        try {
            return qadam.suite().startInstance(service, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> leasesOf(List<ServiceInstance> ended) throws IOException, SQLException {
        List<String> leases = new ArrayList<>();
        for (ServiceInstance instance : ended) {
            try (var connection = qadam.suite().database(instance.service()).connect();
                    var query = connection.prepareStatement("select name from lease where owner = ?")) {
                query.setString(1, instance.name());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        leases.add(instance.name() + " " + rows.getString(1));
                    }
                }
            }
        }
        return leases;
    }
}
