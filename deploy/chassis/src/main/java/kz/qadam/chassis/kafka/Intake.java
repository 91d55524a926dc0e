package kz.qadam.chassis.kafka;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import kz.qadam.chassis.database.Database;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Takes events from Kafka into the database: what a poll brought, and how far it came, in one transaction. So each event
 * takes effect once, whatever is killed when.
 */
final class Intake implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Consumption consumption;
    private final Database database;
    private final DeadLetters deadLetters;
    private final Topics topics;
    private final IntakeConfig config;
    private final Supplier<KafkaConsumer<byte[], byte[]>> consumers;
    private final Map<TopicPartition, Long> expected = new HashMap<>();
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
        this.deadLetters = deadLetters;
        this.topics = topics;
        this.traces = traces;
        this.config = config;
        this.consumers = consumers;
        this.thread = new Thread(this::run, "intake");
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
            expected.clear();
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
            take(records);
        } catch (RuntimeException e) {
            if (isFaultOfEvent(e)) {
                LOG.warn("A poll holds what cannot be taken in; its events are taken one by one", e);
                oneByOne(records);
            } else if (open) {
                LOG.error("A poll could not be taken in; it is read again", e);
                pause();
                seek(consumer.assignment());
            }
        } finally {
            span.end();
        }
        measureLag();
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        boolean ours = database.transaction(
                handle -> {
                    if (!Offsets.move(handle, records, expected)) {
                        return false;
                    }
                    List<DeadLetter> unreadable = new ArrayList<>();
                    List<Delivery> deliveries = new ArrayList<>(records.count());
                    for (ConsumerRecord<byte[], byte[]> one : records) {
                        read(one, deliveries, unreadable);
                    }
                    unreadable.addAll(consumption.take(handle, deliveries));
                    bury(handle, unreadable);
                    return true;
                },
                kept -> kept);
        if (ours) {
            records.nextOffsets().forEach((partition, next) -> expected.put(partition, next.offset()));
            consumption.taken();
        } else {
            LOG.info("Another instance has taken this in; going on from the database");
            seek(consumer.assignment());
        }
    }

    private static void read(
            ConsumerRecord<byte[], byte[]> one, List<Delivery> deliveries, List<DeadLetter> unreadable) {
        try {
            deliveries.add(new Delivery(CloudEvent.from(one), one));
        } catch (UnreadableEvent e) {
            unreadable.add(new DeadLetter(one, e.getMessage()));
        }
    }

    private void bury(Handle handle, List<DeadLetter> unreadable) {
        if (!unreadable.isEmpty()) {
            LOG.warnf(
                    "%d events could not be read: %s",
                    unreadable.size(), unreadable.get(0).reason());
            consumption.buried(handle, deadLetters.keep(handle, unreadable));
        }
    }

    /** Only the event that the database refuses becomes a dead letter. */
    private void oneByOne(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<byte[], byte[]> one : records.records(partition)) {
                ConsumerRecords<byte[], byte[]> alone = new ConsumerRecords<>(
                        Map.of(partition, List.of(one)), Map.of(partition, new OffsetAndMetadata(one.offset() + 1)));
                try {
                    take(alone);
                } catch (RuntimeException e) {
                    if (!isFaultOfEvent(e)) {
                        LOG.error("An event could not be taken in; it is read again", e);
                        pause();
                        seek(consumer.assignment());
                        return;
                    }
                    LOG.error("An event cannot be taken in", e);
                    refuse(alone, one);
                }
            }
        }
    }

    /** Reading it again would fail again: the database refuses it, or it breaks the code that takes it in. */
    private static boolean isFaultOfEvent(RuntimeException e) {
        return Database.isFaultOfData(e)
                || e instanceof NullPointerException
                || e instanceof IllegalArgumentException
                || e instanceof IndexOutOfBoundsException
                || e instanceof ArithmeticException
                || e instanceof ClassCastException;
    }

    private void refuse(ConsumerRecords<byte[], byte[]> alone, ConsumerRecord<byte[], byte[]> one) {
        database.transaction(handle -> {
            Offsets.move(handle, alone, expected);
            bury(handle, List.of(new DeadLetter(one, "Its content cannot be taken in.")));
            return null;
        });
        alone.nextOffsets().forEach((partition, next) -> expected.put(partition, next.offset()));
    }

    private void seek(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<String, Offsets.Place> places = topics.places(consumption.topics());
        database.transaction(handle -> {
            check(handle, places);
            Offsets.begin(handle, partitions, places);
            for (TopicPartition partition : partitions) {
                long next = Offsets.next(handle, partition);
                expected.put(partition, next);
                consumer.seek(partition, next);
            }
            return null;
        });
    }

    private void check(Handle handle, Map<String, Offsets.Place> places) {
        if (!Offsets.areKept(handle) && consumption.hasHistory(handle)) {
            throw new IntakeHalted("The offsets are gone, though events were taken in before.");
        }
        places.forEach((topic, place) -> Offsets.place(handle, topic).ifPresent(known -> {
            if (!known.equals(place)) {
                throw new IntakeHalted("The topic " + topic + " is not the one that was read before:"
                        + " it was created anew, or this is another cluster.");
            }
        }));
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
            seek(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(expected::remove);
        }
    }
}
