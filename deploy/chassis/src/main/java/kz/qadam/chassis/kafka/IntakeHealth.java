package kz.qadam.chassis.kafka;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import kz.qadam.chassis.database.Database;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Down when the intake of this instance or of any partition has stopped for good. The service still answers, so it
 * stays ready.
 */
@Wellness
@ApplicationScoped
class IntakeHealth implements HealthCheck {

    private final KafkaTraffic traffic;
    private final Database database;

    IntakeHealth(KafkaTraffic traffic, Database database) {
        this.traffic = traffic;
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        String halted = traffic.halted() != null ? traffic.halted() : database.transaction(IntakePositions::halted);
        return halted == null
                ? HealthCheckResponse.up("intake")
                : HealthCheckResponse.named("intake")
                        .down()
                        .withData("because", halted)
                        .build();
    }
}
