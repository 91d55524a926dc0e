package kz.qadam.chassis.kafka;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Down when an operator has to act: events are parked, partitions take no events, or so many events wait that posts are
 * refused. The service still answers, so it stays ready.
 */
@Wellness
@ApplicationScoped
class RelayHealth implements HealthCheck {

    private final Backlog backlog;
    private final KafkaTraffic traffic;

    RelayHealth(Backlog backlog, KafkaTraffic traffic) {
        this.backlog = backlog;
        this.traffic = traffic;
    }

    @Override
    public HealthCheckResponse call() {
        int held = traffic.heldPartitions();
        return HealthCheckResponse.named("relay")
                .status(backlog.parked() == 0 && held == 0 && !backlog.isFull())
                .withData("waiting", backlog.rows())
                .withData("oldestSeconds", backlog.age().toSeconds())
                .withData("parked", backlog.parked())
                .withData("heldPartitions", held)
                .withData("full", backlog.isFull())
                .build();
    }
}
