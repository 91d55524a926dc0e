package kz.qadam.reporting.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Measures how long after its cause an event is in the figures: from the instant at which the post was accepted to the
 * transaction that takes its event in.
 */
@ApplicationScoped
class IntakeDelay {

    private final Timer delay;
    private final Clock clock;

    IntakeDelay(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        delay = Timer.builder("qadam.figures.delay")
                .description("How long after its cause an event was in the figures")
                .serviceLevelObjectives(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10))
                .register(metrics);
    }

    void record(Instant cause) {
        delay.record(Duration.between(cause, clock.instant()));
    }
}
