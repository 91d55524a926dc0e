package kz.qadam.reporting.publication.release;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.qadam.chassis.base.background.Warnings;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.ReleaseContinuation;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/** Alarms the operators when a release should be public and is not made. The one before is still public. */
@ApplicationScoped
class LateReleases {

    private static final Duration WARN_EVERY = Duration.ofMinutes(10);

    private final PublishedReleases releases;
    private final Warnings warnings =
            new Warnings(Logger.getLogger(LateReleases.class), "Releases are late", WARN_EVERY);
    private volatile long late;

    LateReleases(PublishedReleases releases, Clock clock, MeterRegistry metrics) {
        this.releases = releases;
        Gauge.builder("qadam.releases.late", this, LateReleases::count)
                .description("Releases that should be public and are not made")
                .register(metrics);
        Gauge.builder("qadam.releases.age", () -> age(clock.instant()))
                .baseUnit("seconds")
                .description(
                        "How old the newest public release is, by the instant through which it counts; NaN before it")
                .register(metrics);
    }

    private double age(Instant now) {
        return Optional.ofNullable(releases.newest().release())
                .map(release -> Duration.between(release.through(), now).toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    /** @param now by the clock of the database */
    void check(Instant now) {
        ReleaseContinuation last = releases.last();
        late = last.series().map(series -> series.late(last.doneThrough(), now)).orElse(0L);
        if (late > 0) {
            warnings.add("after release " + last.number(), Math.toIntExact(late));
            warnings.write();
        }
    }

    /** How many are late. */
    long count() {
        return late;
    }

    /** Down while a release is late. The service still answers, so it stays ready. */
    @Produces
    @Wellness
    HealthCheck health() {
        return () -> HealthCheckResponse.named("releases")
                .status(late == 0)
                .withData("late", late)
                .build();
    }
}
