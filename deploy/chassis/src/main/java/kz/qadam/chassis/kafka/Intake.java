package kz.qadam.chassis.kafka;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.Supplier;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.process.EssentialThread;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Takes events from Kafka into the database: what a poll brought, and how far it came, in one transaction. So each event
 * takes effect once, whatever is killed when.
 */
final class Intake implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Consumption consumption;
    private final Database database;
    private final Positions positions;
    private final Taking taking;
    private final IntakeConfig config;
    private final Supplier<KafkaConsumer<byte[], byte[]>> consumers;
    private final Traces traces;
    private final Thread thread;
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean open = true;
    private volatile String halted;
    private volatile long lag;
    private boolean caughtUp;

    Intake(
            Consumption consumption,
            Database database,
            DeadLetters deadLetters,
            Topics topics,
            Traces traces,
            IntakeConfig config,
            Supplier<KafkaConsumer<byte[], byte[]>> consumers) {
        this.consumption = consumption;
        this.database = database;
        this.positions = new Positions(consumption, database, topics);
        this.taking = new Taking(consumption, deadLetters, positions);
        this.traces = traces;
        this.config = config;
        this.consumers = consumers;
        this.thread = EssentialThread.of("intake", this::run);
        thread.start();
    }

    /** Why it stopped for good, or null. */
    String halted() {
        return halted;
    }

    /** How many events wait in Kafka, as of the last poll. */
    long lag() {
        return lag;
    }

    @Override
    public void close() {
        open = false;
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (open && halted == null) {
            positions.forgetAll();
            try (KafkaConsumer<byte[], byte[]> fresh = consumers.get()) {
                consumer = fresh;
                fresh.subscribe(consumption.topics(), new SeekToDatabase());
                while (open) {
                    poll();
                }
            } catch (WakeupException e) {
                LOG.debug("The intake is closed");
            } catch (RuntimeException e) {
                endOrAgain(e);
            }
        }
    }

    private void endOrAgain(RuntimeException e) {
        Throwable root = e;
        while (root.getCause() != null && !isFinal(root)) {
            root = root.getCause();
        }
        if (isFinal(root)) {
            halted = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
            LOG.fatal("The intake has stopped, and nothing is taken in any more", e);
        } else if (open) {
            LOG.error("The intake failed; it begins again", e);
            pause();
        }
    }

    private static boolean isFinal(Throwable e) {
        return e instanceof IntakeHalted
                || e instanceof InvalidOffsetException
                || e instanceof FencedInstanceIdException;
    }

    private void poll() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(500));
        if (records.isEmpty()) {
            measureLag();
            catchUp();
            return;
        }
        caughtUp = false;
        Span span = traces.intake(records);
        try {
            if (!taking.take(records)) {
                LOG.info("Another instance has taken this in; going on from the database");
                positions.seek(consumer, consumer.assignment());
            }
        } catch (IntakeHalted e) {
            throw e;
        } catch (RuntimeException e) {
            if (open) {
                LOG.error("A poll could not be taken in; it is read again", e);
                pause();
                positions.seek(consumer, consumer.assignment());
            }
        } finally {
            span.end();
        }
        measureLag();
    }

    private void catchUp() {
        if (!caughtUp && lag == 0 && !consumer.assignment().isEmpty()) {
            database.transaction(handle -> {
                consumption.caughtUp(handle);
                return null;
            });
            caughtUp = true;
        }
    }

    private void measureLag() {
        long sum = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong behind = consumer.currentLag(partition);
            sum += behind.orElse(0);
        }
        lag = sum;
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
            positions.seek(consumer, partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            positions.forget(partitions);
        }
    }
}
