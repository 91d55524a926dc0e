package kz.qadam.reporting.audit.recount;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.background.Lease;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.process.InstanceName;
import kz.qadam.chassis.events.kafka.IntakeConfig;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Recounts all figures every day, so that a difference is known before an auditor asks. */
@ApplicationScoped
class DailyRecount {

    static final String REQUESTER = "daily-recount";

    /** How the trail names it. */
    private static final ActorAction ORIGIN =
            new ActorAction("recount daily", Actor.ofWork(REQUESTER, Submitter.OFFICE));

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** A failed recount reads every event again, so it is not repeated at once. */
    private static final Duration RETRY_AFTER = Duration.ofHours(1);

    /** Nothing is due on the first day of an installation. */
    private static final String IS_DUE = """
            select (select min(instant) from intake_batch) < :due
               and not exists (select from recount
                                where requested_by = :requester and requested_at >= :due
                                  and (not failed or requested_at > :failedBefore))
            """;

    private final Database database;
    private final Recounts recounts;
    private final PointInTimeResolver points;
    private final RecountConfig config;
    private final ZoneId zone;
    private final Clock clock;
    private final Trail trail;
    private final Lease lease;

    DailyRecount(
            Database database,
            Recounts recounts,
            PointInTimeResolver points,
            RecountConfig config,
            @ConfigProperty(name = "qadam.zone") ZoneId zone,
            Clock clock,
            Trail trail,
            InstanceName instance) {
        this.database = database;
        this.recounts = recounts;
        this.points = points;
        this.config = config;
        this.zone = zone;
        this.clock = clock;
        this.trail = trail;
        this.lease = new Lease(database, REQUESTER, instance.toString(), LOOK_EVERY.multipliedBy(3));
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, IntakeConfig intake, MeterRegistry metrics) {
        if (intake.enabled() && config.daily()) {
            lease.addMetrics(metrics);
            loops.start(REQUESTER, LOOK_EVERY, this::startNext, lease);
        }
    }

    /** @return that there is nothing more to do before the next look */
    private boolean startNext() {
        if (lease.isHeld()) {
            startIfDue(clock.instant());
        }
        return false;
    }

    /** Starts the recount of this day, unless it was started. */
    Optional<UUID> startIfDue(Instant now) {
        if (!isDue(now)) {
            return Optional.empty();
        }
        return Optional.of(recounts.runAndAwait(
                points.of(null, null), null, REQUESTER, (handle, id) -> trail.addWrite(handle, ORIGIN, id, 1)));
    }

    private boolean isDue(Instant now) {
        return Boolean.TRUE.equals(database.transaction(handle -> handle.createQuery(IS_DUE)
                .bind("due", lastDue(now))
                .bind("requester", REQUESTER)
                .bind("failedBefore", now.minus(RETRY_AFTER))
                .mapTo(Boolean.class)
                .one()));
    }

    /** The last time at which a recount was due. */
    private Instant lastDue(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime today = local.with(config.dailyAt());
        return (today.isAfter(local) ? today.minusDays(1) : today).toInstant();
    }
}
