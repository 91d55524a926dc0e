package kz.qadam.chassis.kafka;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Down when the intake has stopped for good. The service still answers, so this is no matter of readiness. */
@Wellness
@ApplicationScoped
class IntakeHealth implements HealthCheck {

    private final KafkaTraffic traffic;

    IntakeHealth(KafkaTraffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public HealthCheckResponse call() {
        String halted = traffic.halted();
        return halted == null
                ? HealthCheckResponse.up("intake")
                : HealthCheckResponse.named("intake")
                        .down()
                        .withData("because", halted)
                        .build();
    }
}
