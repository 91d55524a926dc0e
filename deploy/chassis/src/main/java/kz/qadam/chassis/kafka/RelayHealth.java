package kz.qadam.chassis.kafka;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Down when somebody has to look at what waits to be sent: events are parked, partitions take nothing, or so much waits
 * that posts are turned away. The service still answers, so this does not make it unready.
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
