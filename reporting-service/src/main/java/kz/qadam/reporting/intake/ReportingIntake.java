package kz.qadam.reporting.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.Consumption;
import kz.qadam.chassis.kafka.DeadLetter;
import kz.qadam.chassis.kafka.Delivery;
import kz.qadam.chassis.kafka.UnreadableEvent;
import kz.qadam.reporting.asof.Moments;
import kz.qadam.reporting.fact.Fact;
import kz.qadam.reporting.json.Members;
import kz.qadam.reporting.projection.Projection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Takes the events of all three topics into the event log, and what they change into the roll-up, as one batch. */
@ApplicationScoped
public class ReportingIntake implements Consumption {

    private final Duration behindAfter;
    private final Moments moments;
    private final EvaluationArrivals arrivals;
    private final Clock clock;
    private final Counter batches;
    private final Counter events;

    ReportingIntake(
            @ConfigProperty(name = "qadam.intake-behind-after") Duration behindAfter,
            Moments moments,
            EvaluationArrivals arrivals,
            Clock clock,
            MeterRegistry metrics) {
        this.behindAfter = behindAfter;
        this.moments = moments;
        this.arrivals = arrivals;
        this.clock = clock;
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
    public boolean hasHistory(Handle database) {
        return database.createQuery("select exists (select from event_log)")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public List<DeadLetter> take(Handle database, List<Delivery> deliveries) {
        List<DeadLetter> unreadable = new ArrayList<>();
        List<Logged> readable = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            try {
                readable.add(Logged.read(delivery));
            } catch (UnreadableEvent e) {
                unreadable.add(new DeadLetter(delivery.record(), e.getMessage()));
            }
        }
        takeIn(database, readable, oldestOfTheNewest(deliveries));
        return unreadable;
    }

    /** @param sent when the last of these was given to Kafka, or null */
    private void takeIn(Handle database, List<Logged> readable, Instant sent) {
        if (readable.isEmpty()) {
            return;
        }
        List<Long> ends = arrivals.ends(readable);
        EventLog.prepare(database);
        long batch = IntakeClock.next(database);
        List<Logged> fresh = EventLog.append(database, batch, readable);
        if (fresh.isEmpty()) {
            return;
        }
        Instant newest = fresh.stream()
                .map(one -> one.event().time())
                .max(Instant::compareTo)
                .orElseThrow();
        IntakeClock.open(database, new IntakeClock.Content(fresh.size(), newest, sent), behindAfter);
        Projection.take(database, batch, facts(fresh));
        DeadLetterSpans.supersede(database, batch, fresh);
        arrivals.take(database, batch, fresh, ends);
        batches.increment();
        events.increment(fresh.size());
    }

    /**
     * Reads a single event again by the same reader, into a batch of its own.
     *
     * @param key as text, or null
     * @return the batch, which is there also if the event was known already
     * @throws UnreadableEvent if it still does not keep its contract
     */
    public long takeAgain(Handle database, CloudEvent event, String topic, int partition, long offset, String key) {
        takeIn(database, List.of(Logged.read(event, topic, partition, offset, key)), null);
        return openBatch(database);
    }

    /** The batch of this transaction; one without events, if none was opened. Locks the clock until the commit. */
    public long openBatch(Handle database) {
        return IntakeClock.open(database, IntakeClock.Content.NOTHING, behindAfter);
    }

    @Override
    public void taken() {
        moments.moved();
    }

    /** Whoever was behind and is no more says so: as a batch, since a figure says of each batch whether it was behind. */
    @Override
    public void caughtUp(Handle database) {
        if (IntakeClock.isBehind(database)) {
            IntakeClock.open(database, new IntakeClock.Content(0, null, clock.instant()), behindAfter);
        }
    }

    @Override
    public void buried(Handle database, List<UUID> deadLetters) {
        if (deadLetters.isEmpty()) {
            return;
        }
        long batch = openBatch(database);
        Map<UUID, byte[]> values = database
                .createQuery("select id, value from dead_letter where id = any(:ids)")
                .bindArray("ids", UUID.class, deadLetters)
                .map((row, context) -> Map.entry(
                        row.getObject(1, UUID.class), row.getBytes(2) == null ? new byte[0] : row.getBytes(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<UUID> ids = List.copyOf(values.keySet());
        List<Long> versions = new ArrayList<>();
        ids.forEach(id -> versions.add(Members.versionIn(new String(values.get(id), StandardCharsets.UTF_8))));
        DeadLetterSpans.open(database, batch, ids, versions);
    }

    /** In the order in which a rebuild reads them. */
    private static List<Fact> facts(Collection<Logged> fresh) {
        return fresh.stream()
                .sorted(Comparator.comparing(Logged::topic)
                        .thenComparing(Logged::partition)
                        .thenComparing(Logged::offset))
                .flatMap(one -> one.fact().stream())
                .toList();
    }

    /** Of each partition what was sent last; of these the one that lies furthest back. */
    private static Instant oldestOfTheNewest(List<Delivery> deliveries) {
        return deliveries.stream()
                .collect(Collectors.groupingBy(
                        delivery -> delivery.topic() + "/" + delivery.partition(),
                        Collectors.mapping(
                                Delivery::record,
                                Collectors.reducing(
                                        0L, ConsumerRecord::timestamp, (one, other) -> Math.max(one, other)))))
                .values()
                .stream()
                .min(Long::compare)
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }
}
