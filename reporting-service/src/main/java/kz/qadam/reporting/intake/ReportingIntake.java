package kz.qadam.reporting.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.chassis.events.kafka.ContradictingEventException;
import kz.qadam.chassis.events.kafka.DeadLetter;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.chassis.events.kafka.EventConsumer;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import kz.qadam.chassis.trail.Trail;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.intake.contract.EventTypes;
import kz.qadam.reporting.intake.projection.Projection;
import kz.qadam.reporting.rollup.fact.Fact;
import org.jdbi.v3.core.Handle;

/** Takes the events of a poll of all three topics into the event log, facts and roll-up, as one batch. */
@ApplicationScoped
public class ReportingIntake implements EventConsumer {

    private final IntakeClock clock;
    private final PointInTimeResolver points;
    private final OpenEvaluations arrivals;
    private final Trail trail;
    private final Counter batches;
    private final Counter events;
    private final IntakeDelay delay;

    ReportingIntake(
            IntakeClock clock,
            PointInTimeResolver points,
            OpenEvaluations arrivals,
            Trail trail,
            IntakeDelay delay,
            MeterRegistry metrics) {
        this.delay = delay;
        this.clock = clock;
        this.points = points;
        this.arrivals = arrivals;
        this.trail = trail;
        batches = Counter.builder("qadam.intake.batches")
                .description("Batches that brought something new")
                .register(metrics);
        events = Counter.builder("qadam.intake.events")
                .description("Events that were new")
                .register(metrics);
    }

    @Override
    public List<String> topics() {
        return List.of("qadam.catalogue", "qadam.enrolments", "qadam.completions");
    }

    @Override
    public Map<String, String> owners() {
        return EventTypes.owners();
    }

    @Override
    public boolean hasHistory(Handle database) {
        return database.createQuery("select exists (select from event_log)")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public List<DeadLetter> take(Handle database, List<DeliveredEvent> deliveries) {
        List<DeadLetter> unreadable = new ArrayList<>();
        List<ReceivedEvent> readable = new ArrayList<>(deliveries.size());
        for (DeliveredEvent delivery : deliveries) {
            try {
                readable.add(ReceivedEvent.read(delivery));
            } catch (UnreadableEventException e) {
                unreadable.add(new DeadLetter(delivery.record(), e));
            }
        }
        takeIn(database, readable).stream()
                .map(event -> new DeadLetter(event.delivery().record(), new ContradictingEventException()))
                .forEach(unreadable::add);
        return unreadable;
    }

    /**
     * Takes in the new events.
     *
     * @return the events that contradict an earlier event with the same id; they are not taken in
     */
    private List<ReceivedEvent> takeIn(Handle database, List<ReceivedEvent> readable) {
        if (readable.isEmpty()) {
            return List.of();
        }
        List<Long> ends = arrivals.ends(readable);
        EventLog.prepare(database);
        long batch = clock.next(database);
        EventLog.Appended appended = EventLog.append(database, batch, readable);
        apply(database, batch, appended.fresh(), ends);
        return appended.contradictions();
    }

    private void apply(Handle database, long batch, List<ReceivedEvent> fresh, List<Long> ends) {
        if (fresh.isEmpty()) {
            return;
        }
        Instant newest = fresh.stream()
                .map(one -> one.event().time())
                .max(Instant::compareTo)
                .orElseThrow();
        clock.open(database, fresh.size(), newest);
        List<Fact> facts = facts(fresh);
        Projection.take(database, batch, facts);
        BlockedLearnersIntake.take(database, facts);
        ErasedTexts.overwrite(database, facts, trail);
        DeadLetterSpans.supersede(database, batch, fresh);
        arrivals.take(database, batch, fresh, ends);
        batches.increment();
        events.increment(fresh.size());
        fresh.forEach(one -> delay.record(one.event().time()));
    }

    /**
     * Reads a single event again, into a batch of its own.
     *
     * @return the batch, which is opened even if the event was known already
     * @throws UnreadableEventException if the event still breaks its contract
     */
    public long takeAgain(Handle database, DeliveredEvent delivery) {
        ReceivedEvent event = ReceivedEvent.read(delivery);
        List<Long> ends = arrivals.ends(List.of(event));
        EventLog.prepare(database);
        long batch = clock.next(database);
        EventLog.Appended appended = EventLog.append(database, batch, List.of(event));
        if (!appended.contradictions().isEmpty()) {
            throw new ContradictingEventException();
        }
        boolean fresh = !appended.fresh().isEmpty() || EventLog.move(database, batch, event);
        apply(database, batch, fresh ? List.of(event) : List.of(), ends);
        return openBatch(database);
    }

    /**
     * Records the result of a rebuild: the events of the log that it could not read become dead letters, and dead
     * letters that it could read are closed.
     *
     * @param reasons why each event could not be read, by its id
     * @param isAccepted whether events may lose the effect that they had
     * @throws IllegalStateException if an event would lose its effect, and that is not accepted
     */
    public void refuse(Handle database, Map<UUID, String> reasons, boolean isAccepted) {
        if (!isAccepted) {
            NewlyRefusedEvents.requireNoEffect(database, reasons);
        }
        List<UUID> acceptedAgain = NewlyRefusedEvents.acceptedAgain(database, reasons.keySet());
        if (!acceptedAgain.isEmpty()) {
            DeadLetterSpans.close(
                    database, openBatch(database), acceptedAgain, "retried", "A rebuild has read it.", null);
        }
        if (!reasons.isEmpty()) {
            NewlyRefusedEvents.storeAsDeadLetters(database, openBatch(database), reasons);
        }
    }

    /**
     * The batch of this transaction; opens one without events if none is open. Locks the clock until the transaction
     * ends.
     */
    public long openBatch(Handle database) {
        return clock.open(database);
    }

    @Override
    public void taken() {
        points.batchCommitted();
    }

    /** Opens a batch when the intake has caught up, since each batch records whether the intake was behind. */
    @Override
    public void caughtUp(Handle database) {
        if (clock.hasCaughtUp(database)) {
            openBatch(database);
        }
    }

    @Override
    public void wentBack(Handle database) {
        arrivals.forgetEnds(database);
    }

    @Override
    public void buried(Handle database, Map<UUID, DeadLetter> deadLetters) {
        if (deadLetters.isEmpty()) {
            return;
        }
        List<UUID> ids = List.copyOf(deadLetters.keySet());
        List<Long> versions = new ArrayList<>();
        ids.forEach(id -> versions.add(leastVersion(deadLetters.get(id))));
        DeadLetterSpans.open(database, openBatch(database), ids, versions);
    }

    /**
     * The least version that supersedes the letter; for a contradiction, that is the next one, since its own is known.
     */
    private static Long leastVersion(DeadLetter letter) {
        byte[] value = letter.record().value();
        Long version = value == null ? null : EventJson.versionIn(new String(value, StandardCharsets.UTF_8));
        return letter.contradiction() ? DeadLetterSpans.next(version) : version;
    }

    /** The facts in the order in which a rebuild reads their events. */
    private static List<Fact> facts(Collection<ReceivedEvent> fresh) {
        Comparator<DeliveredEvent> byPosition = Comparator.comparing(DeliveredEvent::topic)
                .thenComparing(DeliveredEvent::partition)
                .thenComparing(DeliveredEvent::offset);
        return fresh.stream()
                .sorted(Comparator.comparing(ReceivedEvent::delivery, byPosition))
                .flatMap(one -> one.fact().stream())
                .toList();
    }
}
