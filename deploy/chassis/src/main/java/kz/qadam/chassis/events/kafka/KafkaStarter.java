package kz.qadam.chassis.events.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.background.Lease;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.DatabaseClearance;
import kz.qadam.chassis.base.process.InstanceName;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts an intake for the service's {@link EventConsumer}, and a relay for each {@link EventPublisher} and each other queue.
 * The name of the instance is unique and stays the same after a restart, so that Kafka gives it its former partitions
 * at once.
 */
@ApplicationScoped
public class KafkaStarter {

    private final RestoreConfig restore;
    private final IntakeConfig intake;
    private final RelayConfig relay;
    private final String instance;
    private final Map<String, Object> kafka;
    private final String application;
    private final Database database;
    private final DatabaseClearance age;
    private final BackgroundLoops loops;
    private final DeadLetters deadLetters;
    private final Traces traces;
    private final Backlog backlog;
    private final BacklogConfig backlogConfig;
    private final MeterRegistry metrics;
    private final List<Intake> intakes = new ArrayList<>();
    private final Map<String, Relay> relays = new ConcurrentHashMap<>();

    KafkaStarter(
            RestoreConfig restore,
            IntakeConfig intake,
            RelayConfig relay,
            InstanceName instance,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String application,
            Database database,
            DatabaseClearance age,
            BackgroundLoops loops,
            DeadLetters deadLetters,
            Traces traces,
            Backlog backlog,
            BacklogConfig backlogConfig,
            MeterRegistry metrics) {
        this.restore = restore;
        this.intake = intake;
        this.relay = relay;
        this.instance = instance.toString();
        this.kafka = kafka;
        this.application = application;
        this.database = database;
        this.age = age;
        this.loops = loops;
        this.deadLetters = deadLetters;
        this.traces = traces;
        this.backlog = backlog;
        this.backlogConfig = backlogConfig;
        this.metrics = metrics;
    }

    void start(
            @Observes StartupEvent event,
            Instance<EventConsumer> eventConsumers,
            Instance<EventPublisher> publishers,
            Instance<RelayQueue> queues,
            OlderDatabaseChecks checks) {
        if (relay.enabled() || intake.enabled()) {
            checks.start(loops);
        } else if (!restore.now()) {
            // A command that needs no Kafka.
            age.compared(true);
        }
        if (relay.enabled()) {
            loops.startAtIntervals(
                    "sent-events",
                    Duration.ofHours(1),
                    () -> database.transaction(handle -> handle.execute("select empty_sent_events()")));
            Gauge.builder("qadam.backlog.parked", backlog, Backlog::parked)
                    .description("Parked events: Kafka does not take them as they are")
                    .register(metrics);
            Gauge.builder("qadam.backlog.age.seconds", backlog, all -> all.age().toSeconds())
                    .description("How long the oldest event has waited to be sent")
                    .register(metrics);
            Gauge.builder("qadam.backlog.full", backlog, all -> all.isFull() ? 1 : 0)
                    .description("1 while posts are refused because too many events wait to be sent")
                    .register(metrics);
            Gauge.builder("qadam.backlog.rows", backlog, Backlog::rows)
                    .description("Events that wait to be sent, as of the last look")
                    .register(metrics);
            for (EventPublisher publisher : publishers) {
                begin(publisher);
            }
            for (RelayQueue queue : queues) {
                begin(queue, Optional.empty());
            }
        }
        if (intake.enabled()) {
            for (EventConsumer eventConsumer : eventConsumers) {
                intakes.add(begin(eventConsumer));
            }
        }
    }

    /**
     * Wakes the relay of a queue after a commit that added to it; without this call the relay looks at its interval.
     */
    public void wake(String queue) {
        Relay waiting = relays.get(queue);
        if (waiting != null) {
            waiting.wake();
        }
    }

    /** How many partitions do not take the events of this instance. */
    int heldPartitions() {
        return relays.values().stream().mapToInt(Relay::heldPartitions).sum();
    }

    /** Why the intake of this instance has stopped for good; null while it runs. */
    public String halted() {
        return intakes.stream()
                .map(Intake::halted)
                .filter(reason -> reason != null)
                .findFirst()
                .orElse(null);
    }

    private Intake begin(EventConsumer eventConsumer) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("group.id", application);
        settings.put("group.instance.id", instance);
        settings.put("client.id", instance);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        settings.put("max.poll.records", intake.mostPerPoll());
        settings.put("isolation.level", "read_committed");
        // Short, so that another instance soon takes over the partitions of a stopped one. The instances hear at their
        // next heartbeat of partitions that an instance has given up.
        settings.putIfAbsent("session.timeout.ms", 10_000);
        settings.putIfAbsent("heartbeat.interval.ms", 1_000);
        Intake started = new Intake(
                eventConsumer,
                database,
                deadLetters,
                traces,
                intake,
                kafka,
                instance,
                age::isCurrent,
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        loops.endWithService(started.thread(), started::end);
        FunctionCounter.builder("qadam.intake.went.back", started, Intake::wentBack)
                .description(
                        "How often a partition ended before what was taken in of it, and was read again from there")
                .register(metrics);
        Gauge.builder("qadam.intake.lag", started, Intake::lag)
                .description("Events that wait in Kafka for this instance or are being taken in; NaN while unknown")
                .register(metrics);
        return started;
    }

    private void begin(EventPublisher publisher) {
        var sent = new SentEvents(database, publisher.name());
        Counter sentAgain = Counter.builder("qadam.relay.sent.again")
                .tag("mail", publisher.name())
                .description("Events that Kafka had acknowledged and lost, and that were sent again")
                .register(metrics);
        begin(
                new OutboxQueue(database, publisher, "/" + application, sent),
                Optional.of(new KafkaLossRepair(kafka, publisher.topic(), sent, relay.compareEvery(), sentAgain)));
    }

    private void begin(RelayQueue queue, Optional<KafkaLossRepair> tail) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("client.id", instance + "-" + queue.name());
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("compression.type", "lz4");
        // A round is flushed as soon as it is complete; until then the producer forms few large batches instead of many
        // small ones.
        settings.put("linger.ms", 100);
        settings.put("batch.size", 256 * 1024);
        settings.put(
                "delivery.timeout.ms", Math.toIntExact(relay.deliveryTimeout().toMillis()));
        settings.put(
                "request.timeout.ms",
                Math.toIntExact(Math.min(10_000, relay.deliveryTimeout().toMillis() / 2)));
        settings.put("max.block.ms", 10_000);
        Lease lease = new Lease(database, "relay-" + queue.name(), instance, relay.lease());
        lease.addMetrics(metrics);
        relays.put(
                queue.name(),
                new Relay(
                        queue,
                        relay,
                        lease,
                        () -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
                        new BacklogWatch(queue, backlog, database, backlogConfig.lookEvery()),
                        tail,
                        age::isCurrent,
                        loops,
                        metrics));
    }
}
