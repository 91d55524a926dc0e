package kz.qadam.chassis.events.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import kz.qadam.chassis.base.background.BackgroundLoop;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.background.Lease;
import kz.qadam.chassis.base.background.Warnings;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.kafka.RelayQueue.Message;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Sends the messages that wait in the database to Kafka, until Kafka has acknowledged them. No transaction is open
 * while Kafka answers. A commit may wake the relay; it also looks at an interval. Only a record that can never be sent
 * is parked. After any other failure the relay tries again: for a partition that takes no messages, while the others
 * continue; or, if this instance is at fault, with a new producer, after another instance had the chance to take over.
 */
final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int MOST_DOUBLINGS = 4;

    private final RelayQueue queue;
    private final RelayConfig config;
    private final Lease lease;
    private final Supplier<KafkaProducer<byte[], byte[]>> producers;
    private final BacklogWatch watch;
    private final Warnings warnings;
    private final Warnings failedLooks;
    private final PersonalNumberGuard guard;
    private final Optional<KafkaLossRepair> tail;
    private final BooleanSupplier maySend;
    private final BackgroundLoop loop;
    private volatile int held;
    /** Null until this instance has the lease and has added all requested messages. */
    private PartitionedSender sender;

    private long progressAt = System.nanoTime();
    private int steppedAside;

    Relay(
            RelayQueue queue,
            RelayConfig config,
            Lease lease,
            Supplier<KafkaProducer<byte[], byte[]>> producers,
            BacklogWatch watch,
            Optional<KafkaLossRepair> tail,
            BooleanSupplier maySend,
            BackgroundLoops loops,
            MeterRegistry metrics) {
        this.queue = queue;
        this.config = config;
        this.lease = lease;
        this.producers = producers;
        this.watch = watch;
        this.tail = tail;
        this.maySend = maySend;
        this.guard = new PersonalNumberGuard(queue.name(), metrics);
        this.warnings =
                new Warnings(LOG, "Events of " + queue.name() + " could not be sent and wait", config.warnEvery());
        this.failedLooks = new Warnings(
                LOG,
                "The waiting events of " + queue.name() + " could not be counted or compared with Kafka",
                config.warnEvery());
        Gauge.builder("qadam.relay.waiting", queue, RelayQueue::depth)
                .tag("mail", queue.name())
                .description("Events that Kafka has not acknowledged yet")
                .register(metrics);
        Gauge.builder("qadam.relay.held.partitions", this, Relay::heldPartitions)
                .tag("mail", queue.name())
                .description("Partitions that do not take the events of this instance")
                .register(metrics);
        this.loop = new BackgroundLoop("relay-" + queue.name(), config.every(), this::step, this::end);
        loops.start(loop);
    }

    /** Wakes the relay after a commit that added messages. */
    void wake() {
        loop.wake();
    }

    /** How many partitions do not take the messages of this instance. */
    int heldPartitions() {
        return held;
    }

    /** Sends once. Returns whether messages were acknowledged, so that more may wait. */
    private boolean step() throws InterruptedException {
        try {
            look();
            if (!maySend.getAsBoolean() || !lease.isHeld()) {
                endSending();
                return false;
            }
            return !isReady() || pass() > 0;
        } catch (InterruptException e) {
            throw new InterruptedException();
        } catch (RuntimeException e) {
            BackgroundLoop.endProcessAfterError(e);
            failed(e);
            return true;
        }
    }

    /**
     * Counts the waiting messages. If this fails, it is repeated at the next interval; the messages are sent all the
     * same.
     */
    private void look() {
        tryToLook(watch::lookIfDue);
    }

    private void tryToLook(Runnable look) {
        try {
            look.run();
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            if (loop.isOpen()) {
                failedLooks.add(SendOutcome.describe(e), Database.loggable(e));
                failedLooks.write();
            }
        }
    }

    /** Whether all requested messages are in the queue: an instance that begins to send adds them once. */
    private boolean isReady() {
        if (sender == null && !queue.addRequested(config.mostPerRound())) {
            tail.ifPresent(KafkaLossRepair::begin);
            sender = new PartitionedSender(config, guard, producers.get());
        }
        return sender != null;
    }

    /** Gives up the lease before the process ends, so that another instance sends at once what waits. */
    private void end() {
        endSending();
        lease.giveUp();
    }

    private void endSending() {
        if (sender != null) {
            sender.close();
            sender = null;
            held = 0;
        }
    }

    /** Sends the waiting messages, and returns how many were acknowledged. */
    private int pass() throws InterruptedException {
        SendOutcome outcome = new SendOutcome();
        lookAtTail();
        sender.settleHeld(outcome);
        Message first = sender.holdsAll() ? null : sender.sendFrom(queue, outcome);
        sender.await(outcome);
        held = sender.held();
        boolean isAllHeld = sender.holdsAll();
        keep(outcome);
        watch.note(held, isAllHeld, first);
        return outcome.acknowledged().size();
    }

    /** If Kafka does not answer, the events are sent all the same, and the tail is compared at the next interval. */
    private void lookAtTail() {
        tail.ifPresent(one -> tryToLook(() -> {
            if (one.look()) {
                sender.startOver();
            }
        }));
    }

    private void keep(SendOutcome outcome) throws InterruptedException {
        if (!outcome.acknowledged().isEmpty()) {
            queue.acknowledged(outcome.acknowledged());
            tail.ifPresent(one -> one.acknowledged(outcome.acknowledged()));
            progressAt = System.nanoTime();
            steppedAside = 0;
        }
        outcome.parked().forEach(queue::park);
        if (!outcome.parked().isEmpty()) {
            LOG.errorf(
                    "%d events of %s can never be sent as they are, and are parked: %s",
                    outcome.parked().size(),
                    queue.name(),
                    outcome.parked().values().iterator().next());
        }
        outcome.failures().forEach(warnings::add);
        warnings.write();
        if (held == 0 && outcome.failures().isEmpty()) {
            progressAt = System.nanoTime();
        }
        if (outcome.isFaultOfInstance() || (!outcome.failures().isEmpty() && isStuck())) {
            stepAside();
        }
    }

    /** Whether nothing was acknowledged for too long, although no other partition is served meanwhile. */
    private boolean isStuck() {
        return System.nanoTime() - progressAt > config.giveUpAfter().toNanos()
                && (sender == null || !sender.holdsSome());
    }

    /**
     * Gives up the lease, since another instance may be able to send; if there is none, this one starts again with a
     * new producer.
     */
    private void stepAside() throws InterruptedException {
        endSending();
        progressAt = System.nanoTime();
        lease.giveUp();
        long pause = config.stepAside().toMillis() << Math.min(steppedAside++, MOST_DOUBLINGS);
        TimeUnit.MILLISECONDS.sleep(pause);
    }

    private void failed(RuntimeException e) throws InterruptedException {
        if (!loop.isOpen()) {
            return;
        }
        warnings.add(SendOutcome.describe(e), Database.loggable(e));
        warnings.write();
        try {
            if (sender != null) {
                sender.startOver();
            }
            if (SendFault.of(e) == SendFault.INSTANCE || isStuck()) {
                stepAside();
            }
            TimeUnit.SECONDS.sleep(1);
        } catch (RuntimeException again) {
            LOG.debugf(again, "The lease of %s could not be given up; it expires", queue.name());
        }
    }
}
