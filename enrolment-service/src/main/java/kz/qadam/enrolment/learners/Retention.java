package kz.qadam.enrolment.learners;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.background.Lease;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.process.InstanceName;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Removes numbers from the vault whose retention is over. Learners, their enrolments and all counts stay. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    /** How the trail names that numbers were removed. */
    private static final ActorAction RETENTION =
            new ActorAction("remove expired numbers", Actor.ofWork("vault-retention", Submitter.OFFICE));

    /** How long the examination of one batch of learners may take, and the removal of its expired numbers. */
    private static final Duration MAX_DURATION = Duration.ofMinutes(4);

    /** Longer than a batch takes. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;
    private final VaultConfig config;
    private final Clock clock;
    private final Lease lease;
    private final Trail trail;

    /** The last learner that this run has examined. */
    private UUID last = FIRST;

    Retention(Database database, VaultConfig config, Clock clock, Trail trail, InstanceName instance) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.trail = trail;
        this.lease = new Lease(database, "vault-retention", instance.toString(), LEASE);
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        config.retention().ifPresent(period -> {
            requirePositive(period);
            loops.start("vault-retention", config.retentionEvery(), this::removeNext, lease);
        });
    }

    /** @throws IllegalArgumentException if numbers would expire at once */
    static void requirePositive(Period period) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("qadam.vault.retention must be a positive period, such as P5Y");
        }
    }

    /** Learners whose last activity was before this day have an expired number; empty if numbers are kept. */
    Optional<LocalDate> expiredBefore() {
        return config.retention().map(AlmatyTime.today(clock)::minus);
    }

    /** Removes the expired numbers of the next learners; returns whether the run has not come to its end. */
    private boolean removeNext() {
        if (!lease.isHeld()) {
            last = FIRST;
            return false;
        }
        UUID next = removeAfter(last, expiredBefore().orElseThrow());
        last = next == null ? FIRST : next;
        return next != null;
    }

    /**
     * Removes the expired numbers of the next learners in the order of id.
     *
     * @return the last of them, after which the run continues; null if there was none
     */
    UUID removeAfter(UUID after, LocalDate day) {
        ExpiredNumbers.Examined examined =
                database.transaction(MAX_DURATION, handle -> ExpiredNumbers.examine(handle, day, after, config.most()));
        if (!examined.expired().isEmpty()) {
            OptionalInt removed = database.transaction(MAX_DURATION, handle -> remove(handle, day, examined.expired()));
            if (removed.isEmpty()) {
                return after;
            }
            LOG.infof("Removed the numbers of %d learners, last active before %s", removed.getAsInt(), day);
        }
        return examined.last();
    }

    private OptionalInt remove(Handle handle, LocalDate day, List<UUID> expired) {
        OptionalInt removed = ExpiredNumbers.remove(handle, day, expired);
        removed.ifPresent(numbers -> trail.addWrite(handle, RETENTION, null, numbers));
        return removed;
    }
}
