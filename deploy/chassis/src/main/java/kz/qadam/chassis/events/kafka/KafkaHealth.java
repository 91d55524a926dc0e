package kz.qadam.chassis.events.kafka;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.inject.Produces;
import kz.qadam.chassis.base.database.Database;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells when an operator has to act. The service still answers, so it stays ready. */
class KafkaHealth {

    /** Down when events are parked, partitions take no events, or so many events wait that posts are refused. */
    @Produces
    @Wellness
    HealthCheck relay(Backlog backlog, KafkaStarter traffic) {
        return () -> {
            int held = traffic.heldPartitions();
            return HealthCheckResponse.named("relay")
                    .status(backlog.parked() == 0 && held == 0 && !backlog.isFull())
                    .withData("waiting", backlog.rows())
                    .withData("oldestSeconds", backlog.age().toSeconds())
                    .withData("parked", backlog.parked())
                    .withData("heldPartitions", held)
                    .withData("full", backlog.isFull())
                    .build();
        };
    }

    /** Down when the intake of this instance or of any partition has stopped for good. */
    @Produces
    @Wellness
    HealthCheck intake(KafkaStarter traffic, Database database) {
        return () -> {
            String halted = traffic.halted() != null ? traffic.halted() : database.transaction(IntakePositions::halted);
            var response = HealthCheckResponse.named("intake").status(halted == null);
            return halted == null
                    ? response.build()
                    : response.withData("because", halted).build();
        };
    }
}
