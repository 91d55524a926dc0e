package kz.qadam.chassis.base.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Shows how long ago somebody last looked for newer versions of everything that this service was built from and runs with:
 * the day of the list's oldest row, as the service was built with it.
 */
@ApplicationScoped
class DependencyReviewAge {

    /** {@code deploy/checks/supply-chain/pins.csv}. */
    private static final String LIST = "/META-INF/qadam/pins.csv";

    private static final int LOOKED_AT = 4;

    private final Clock clock;
    private final LocalDate oldest = oldest();

    DependencyReviewAge(Clock clock) {
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("qadam.pins.age", this, DependencyReviewAge::seconds)
                .baseUnit("seconds")
                .description("How long ago somebody last looked for a newer version of everything that is pinned")
                .strongReference(true)
                .register(metrics);
    }

    private double seconds() {
        return Duration.between(oldest.atStartOfDay(ZoneOffset.UTC).toInstant(), clock.instant())
                .toSeconds();
    }

    private static LocalDate oldest() {
        try (var list = DependencyReviewAge.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(row -> LocalDate.parse(row.split(",", -1)[LOOKED_AT]))
                    .min(LocalDate::compareTo)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
