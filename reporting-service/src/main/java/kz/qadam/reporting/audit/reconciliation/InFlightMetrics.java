package kz.qadam.reporting.audit.reconciliation;

import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.metrics.Gauges;
import kz.qadam.chassis.events.kafka.IntakeConfig;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;

/**
 * Shows what progress-service has published and this service has not taken in: on its way for seconds, or lost. Only an
 * instance that takes events in asks, and not often, since all facts are read.
 */
@ApplicationScoped
class InFlightMetrics {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration MOST = Duration.ofMinutes(5);

    /** So many institutions are shown: those that miss the most. */
    private static final int INSTITUTIONS = 100;

    private static final String TRAINED = """
            select count(*)
              from (select distinct learner, cohort from completion_fact completion
                     where to_batch = still_open() and trained_version > 0
                       and not exists (select from trained_fact trained
                                        where trained.learner = completion.learner
                                          and trained.cohort = completion.cohort
                                          and trained.to_batch = still_open()
                                          and trained.version >= completion.trained_version)) as waiting
            """;

    /**
     * What was read last.
     *
     * @param trained how many learners wait for a trained state, once for each cohort
     * @param completions how many completions are not known here, by institution
     * @param others how many they are of the institutions that are not shown
     */
    record InFlight(long trained, Map<String, Long> completions, long others) {}

    private final Database database;
    private final PointInTimeResolver points;
    private volatile InFlight latest;

    InFlightMetrics(Database database, PointInTimeResolver points) {
        this.database = database;
        this.points = points;
    }

    void start(@Observes StartupEvent event, Gauges gauges, BackgroundLoops loops, IntakeConfig intake) {
        gauges.add(
                "qadam.in.flight.trained",
                null,
                "Learners who wait for a trained state that their completions refer to",
                any -> latest == null ? null : (double) latest.trained());
        gauges.addTagged(
                "qadam.in.flight.completions",
                null,
                "Completions that progress-service has published and this service does not know",
                any -> latest == null ? Map.of() : byInstitution(latest));
        if (intake.enabled()) {
            loops.startAtIntervals("in-flight", EVERY, this::look);
        }
    }

    private void look() {
        try {
            latest = read();
        } catch (RuntimeException e) {
            latest = null;
            throw e;
        }
    }

    InFlight read() {
        PointInTime now = points.of(null, null);
        return database.transaction(
                MOST,
                handle -> inFlight(
                        handle.createQuery(TRAINED).mapTo(Long.class).one(),
                        ReconciliationReader.received(handle, now, "", null, Integer.MAX_VALUE)));
    }

    private static InFlight inFlight(long trained, List<Reconciliation.Received> received) {
        Map<String, Long> shown = new HashMap<>();
        long others = 0;
        for (Reconciliation.Received one : received.stream()
                .filter(one -> one.stock().inFlight() > 0)
                .sorted(Comparator.<Reconciliation.Received>comparingLong(
                                one -> one.stock().inFlight())
                        .reversed())
                .toList()) {
            if (shown.size() < INSTITUTIONS) {
                shown.put(one.institution(), one.stock().inFlight());
            } else {
                others += one.stock().inFlight();
            }
        }
        return new InFlight(trained, shown, others);
    }

    private static Map<Tags, Double> byInstitution(InFlight inFlight) {
        Map<Tags, Double> values = new HashMap<>();
        values.put(Tags.of("institution", ""), (double) inFlight.others());
        inFlight.completions()
                .forEach((institution, count) -> values.put(Tags.of("institution", institution), (double) count));
        return values;
    }
}
