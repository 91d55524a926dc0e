package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.process.EssentialThread;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Takes events from Kafka into the database. The effect of a poll and its offsets are committed in one transaction, so
 * each event takes effect once, even if a process is killed at any moment.
 */
final class Intake implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final long CATCH_UP_AGAIN = Duration.ofSeconds(5).toNanos();

    private final EventConsumer eventConsumer;
    private final Database database;
    private final IntakePositions kept;
    private final ConsumerPositions positions;
    private final PollTransaction taking;
    private final IntakeConfig config;
    private final Map<String, Object> kafka;
    private final BooleanSupplier mayTake;
    private final Supplier<KafkaConsumer<byte[], byte[]>> consumers;
    private final Traces traces;
    private final Thread thread;
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean open = true;
    private volatile String halted;
    private volatile LagWatch watch;
    private volatile int beingTaken;
    private final AtomicInteger wentBack = new AtomicInteger();
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final GroupOffsetCommits taken = new GroupOffsetCommits();
    private Set<TopicPartition> held = Set.of();
    private StaticMember member;
    private long takenAt = System.nanoTime();
    private boolean caughtUp;
    private long caughtUpAt;

    Intake(
            EventConsumer eventConsumer,
            Database database,
            DeadLetters deadLetters,
            Traces traces,
            IntakeConfig config,
            Map<String, Object> kafka,
            String instance,
            BooleanSupplier mayTake,
            Supplier<KafkaConsumer<byte[], byte[]>> consumers) {
        this.eventConsumer = eventConsumer;
        this.database = database;
        this.kept = new IntakePositions(database, instance);
        this.positions = new ConsumerPositions(eventConsumer, database, kafka, kept, config.transactionLimit());
        this.taking = new PollTransaction(eventConsumer, deadLetters, positions);
        this.traces = traces;
        this.config = config;
        this.kafka = kafka;
        this.mayTake = mayTake;
        this.consumers = consumers;
        this.thread = EssentialThread.of("intake", this::run);
        thread.start();
    }

    /** Why the intake has stopped for good, or until another consumer with its name is gone; null if it runs. */
    String halted() {
        return halted;
    }

    /** How many events wait in Kafka or are being taken in; NaN while this is unknown. */
    double lag() {
        LagWatch current = watch;
        return current == null ? Double.NaN : Math.max(current.lag(), beingTaken);
    }

    /** How often Kafka ended before what was taken in. */
    int wentBack() {
        return wentBack.get();
    }

    Thread thread() {
        return thread;
    }

    /** Asks the intake to end. */
    void end() {
        open = false;
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    /** Ends the intake, and waits for its end. */
    @Override
    public void close() {
        end();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (open && halted == null) {
            if (!mayTake.getAsBoolean()) {
                pause();
                continue;
            }
            positions.forgetAll();
            assigned.clear();
            try (KafkaConsumer<byte[], byte[]> fresh = consumers.get();
                    LagWatch freshWatch = new LagWatch(kafka, config.lookEvery(), kept, positions)) {
                consumer = fresh;
                watch = freshWatch;
                fresh.subscribe(eventConsumer.topics(), new SeekToDatabase());
                read(freshWatch);
            } catch (WakeupException e) {
                LOG.debug("The intake is closed");
            } catch (RuntimeException e) {
                haltOrRestart(e);
            }
        }
    }

    private void read(LagWatch current) {
        try {
            while (open && mayTake.getAsBoolean()) {
                poll();
                look(current);
            }
            taken.commitNow(consumer);
            leaveGroup();
        } catch (RuntimeException e) {
            // The consumer gives its partitions back before the reason is published.
            held = Set.copyOf(assigned);
            member = StaticMember.of(consumer.groupMetadata());
            Throwable root = root(e);
            if ((isFinal(root) || !open) && !(root instanceof FencedInstanceIdException)) {
                leaveGroup();
            }
            throw e;
        }
    }

    /**
     * Closes the consumer, so that other instances read its partitions at once and not only after its session has timed
     * out.
     */
    private void leaveGroup() {
        try {
            consumer.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                    .withTimeout(Duration.ofSeconds(5)));
        } catch (KafkaException e) {
            LOG.warn("Other instances take over only when the session of this instance has timed out", e);
        }
    }

    /** The cause that makes the failure final, else its root cause. */
    private static Throwable root(RuntimeException e) {
        Throwable root = e;
        while (root.getCause() != null && !isFinal(root)) {
            root = root.getCause();
        }
        return root;
    }

    private void haltOrRestart(RuntimeException e) {
        Throwable root = root(e);
        if (open && root instanceof OffsetOutOfRangeException lost && goesBack(lost)) {
            return;
        }
        if (root instanceof FencedInstanceIdException) {
            awaitName(root);
        } else if (isFinal(root)) {
            halted = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
            LOG.fatal("The intake has stopped for good; no more events are taken in", e);
            noteHalted();
        } else if (open) {
            LOG.error("The intake failed and is restarted", e);
            pause();
        }
    }

    /**
     * Kafka says that another consumer has joined the group under the name of this instance: another process, or nobody, as
     * was seen when a broker that had been silent went on. A member that does not exist is gone when its session has timed
     * out.
     */
    private void awaitName(Throwable fenced) {
        halted = fenced.getMessage();
        LOG.error("Another consumer has the name of this instance: nothing is taken in until it is gone", fenced);
        while (open && member.isPresent(kafka)) {
            pause();
        }
        halted = null;
        LOG.info("Nobody else has the name of this instance any more: the intake goes on");
    }

    /** Whether the lost end of a partition can be read again when it comes again: its publisher sends it. */
    private boolean goesBack(OffsetOutOfRangeException lost) {
        try {
            if (!positions.goBack(lost)) {
                return false;
            }
            wentBack.incrementAndGet();
            LOG.error("Kafka ends before what was taken in: the intake goes back to where the logs part", lost);
        } catch (RuntimeException e) {
            LOG.error("Where Kafka ends cannot be noted in the database; it is tried again", Database.loggable(e));
        }
        pause();
        return true;
    }

    /**
     * Notes the stop in the database, since other instances must report it too. An instance that has replaced this one
     * reads its partitions.
     */
    private void noteHalted() {
        while (open) {
            try {
                kept.saveHalted(held, halted);
                return;
            } catch (RuntimeException e) {
                LOG.error("The stop of the intake cannot be noted in the database; it is tried again", e);
                pause();
            }
        }
    }

    private static boolean isFinal(Throwable e) {
        return e instanceof IntakeHalted
                || e instanceof InvalidOffsetException
                || e instanceof FencedInstanceIdException;
    }

    private void poll() {
        taken.commit(consumer);
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(500));
        if (records.isEmpty()) {
            return;
        }
        caughtUp = false;
        beingTaken = records.count();
        Traces.PollSpans spans = traces.intake(records);
        try {
            if (taking.take(records)) {
                taken.taken(records);
            } else {
                LOG.info("Another instance has taken these events in; continuing from the offsets in the database");
                positions.seek(consumer, consumer.assignment());
            }
        } catch (IntakeHalted e) {
            throw e;
        } catch (RuntimeException e) {
            if (open) {
                LOG.error("The events of a poll could not be taken in; they are read again", e);
                pause();
                positions.seek(consumer, consumer.assignment());
            }
        } finally {
            spans.end();
            takenAt = System.nanoTime();
            beingTaken = 0;
        }
    }

    private void look(LagWatch current) {
        try {
            current.look();
            if (current.isCaughtUpSince(takenAt)) {
                catchUp();
            }
        } catch (IntakeHalted e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The positions of the intake cannot be noted in the database; it is tried again", e);
        }
    }

    /**
     * Tells the service that all events are taken in; repeated from time to time, since another instance may have
     * caught up meanwhile.
     */
    private void catchUp() {
        long now = System.nanoTime();
        if (!caughtUp || now - caughtUpAt > CATCH_UP_AGAIN) {
            database.transaction(handle -> {
                eventConsumer.caughtUp(handle);
                return null;
            });
            caughtUp = true;
            caughtUpAt = now;
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.retryAfter().toMillis());
        } catch (InterruptedException e) {
            open = false;
        }
    }

    private final class SeekToDatabase implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            assigned.addAll(partitions);
            positions.seek(consumer, partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            taken.commitNow(consumer);
            positions.forget(partitions);
            assigned.removeAll(partitions);
        }
    }
}
