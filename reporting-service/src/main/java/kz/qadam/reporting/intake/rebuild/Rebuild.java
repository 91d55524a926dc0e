package kz.qadam.reporting.intake.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TransactionLimit;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import kz.qadam.chassis.trail.Trail;
import kz.qadam.reporting.intake.BlockedLearnersIntake;
import kz.qadam.reporting.intake.ErasedTexts;
import kz.qadam.reporting.intake.ReportingIntake;
import kz.qadam.reporting.intake.contract.EventTypes;
import kz.qadam.reporting.intake.projection.Projection;
import kz.qadam.reporting.rollup.fact.CompletionsErased;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.LearnerErased;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Derives facts and roll-up from the event log again, by the code of the intake and in the same batches, so that every
 * question about the past keeps its answer. It is one transaction: readers see the old rows until it commits.
 */
@ApplicationScoped
class Rebuild {

    /** The result of a rebuild. */
    record Report(long events, long batches, Duration took) {}

    /**
     * Blocks intakes and lets readers continue. A lock of the clock's row would also block readers who must settle an
     * instant first.
     */
    private static final String KEEP_INTAKES_OUT = "lock table event_log in share mode";

    /** A rebuild may take long, since it reads all events and writes all rows. */
    private static final TransactionLimit LIMIT = TransactionLimit.withPauses(Duration.ofDays(2));

    /** Waits without limit, since another instance may be rebuilding, and an intake may be in the middle of a batch. */
    private static final String WAIT_FOR_OTHERS = "set local lock_timeout = 0";

    private static final String EVENTS =
            "select batch, event_id, type, data from event_log order by batch, topic collate \"C\", partition,"
                    + " record_offset";

    private record Entry(long batch, UUID id, String type, String data) {}

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final Database database;
    private final ReportingIntake intake;
    private final Trail trail;
    private final Clock clock;
    private final boolean acceptsRefused;

    Rebuild(
            Database database,
            ReportingIntake intake,
            Trail trail,
            Clock clock,
            @ConfigProperty(name = "qadam.rebuild-accepts-refused") boolean acceptsRefused) {
        this.database = database;
        this.intake = intake;
        this.trail = trail;
        this.clock = clock;
        this.acceptsRefused = acceptsRefused;
    }

    /** @throws IllegalStateException if an event that had an effect cannot be read any more, and nobody consents to that */
    Report run() {
        return run(handle -> true).orElseThrow();
    }

    /** Rebuilds if another version of this service has derived the rows in another way; otherwise empty. */
    Optional<Report> runIfOutdated() {
        return run(Rebuild::isOutdated);
    }

    private Optional<Report> run(Predicate<Handle> wanted) {
        Instant start = clock.instant();
        return database.transaction(LIMIT, handle -> {
                    handle.execute(WAIT_FOR_OTHERS);
                    return wanted.test(handle) ? Optional.of(replay(handle)) : Optional.<Replay>empty();
                })
                .map(done -> new Report(done.events, done.batches, Duration.between(start, clock.instant())));
    }

    /** Locks the row: if several instances start at once, one rebuilds and the others wait for it. */
    private static boolean isOutdated(Handle handle) {
        return handle.createQuery("select version from derivation for update")
                        .mapTo(Integer.class)
                        .one()
                != Projection.VERSION;
    }

    private Replay replay(Handle handle) {
        handle.execute(KEEP_INTAKES_OUT);
        Projection.clear(handle);
        Replay replay = new Replay(handle);
        try (var events = handle
                .createQuery(EVENTS)
                .setFetchSize(2000)
                .map((row, context) ->
                        new Entry(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4)))
                .stream()) {
            events.forEach(replay::add);
        }
        replay.end();
        ErasedTexts.applyMissedErasures(handle, replay.erasures, trail);
        handle.createUpdate("update derivation set version = :version")
                .bind("version", Projection.VERSION)
                .execute();
        intake.refuse(handle, replay.refused, acceptsRefused);
        if (!replay.refused.isEmpty()) {
            LOG.errorf(
                    "%d events of the log cannot be read any more; they have become dead letters",
                    replay.refused.size());
        }
        return replay;
    }

    /** Collects the facts of a batch, and projects them when the next batch begins. */
    private static final class Replay {

        private final Handle handle;
        private final List<Fact> facts = new ArrayList<>();
        private final Map<UUID, String> refused = new HashMap<>();
        private final List<Fact> erasures = new ArrayList<>();
        private long batch;
        private long events;
        private long batches;

        Replay(Handle handle) {
            this.handle = handle;
        }

        void add(Entry event) {
            if (event.batch() != batch) {
                end();
                batch = event.batch();
            }
            events++;
            try {
                EventTypes.read(event.type(), event.data()).ifPresent(facts::add);
            } catch (UnreadableEventException e) {
                refused.put(event.id(), e.getMessage());
            }
        }

        void end() {
            if (!facts.isEmpty()) {
                Projection.take(handle, batch, facts);
                // An earlier version of this service may have kept events that it did not know.
                BlockedLearnersIntake.take(handle, facts);
                facts.stream()
                        .filter(fact -> fact instanceof LearnerErased || fact instanceof CompletionsErased)
                        .forEach(erasures::add);
                facts.clear();
                batches++;
            }
        }
    }
}
