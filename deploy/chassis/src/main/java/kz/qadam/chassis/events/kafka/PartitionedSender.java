package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.qadam.chassis.events.kafka.RelayQueue.Message;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.utils.Utils;
import org.jboss.logging.Logger;

/**
 * Sends messages with one producer. A partition that does not acknowledge is held: nothing more is sent to it until it
 * has taken the first message that it refused; the other partitions continue meanwhile.
 */
final class PartitionedSender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PartitionedSender.class);

    private final RelayConfig config;
    private final PersonalNumberGuard guard;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ExecutorService flusher = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "relay-flush");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<TopicPartition, PartitionSends> held = new HashMap<>();
    private final Map<TopicPartition, PartitionSends> open = new HashMap<>();
    private final Map<String, Integer> partitionCounts = new HashMap<>();
    private final Set<String> counted = new HashSet<>();
    private final RelayPosition readFrom = new RelayPosition();
    private int unsettled;
    private Future<?> flushing = CompletableFuture.completedFuture(null);

    PartitionedSender(RelayConfig config, PersonalNumberGuard guard, KafkaProducer<byte[], byte[]> producer) {
        this.config = config;
        this.guard = guard;
        this.producer = producer;
    }

    /** Evaluates what held partitions have answered meanwhile. If one takes messages again, all are read again. */
    void settleHeld(SendOutcome outcome) throws InterruptedException {
        for (Iterator<PartitionSends> all = held.values().iterator(); all.hasNext(); ) {
            PartitionSends sends = all.next();
            if (sends.settle(outcome, config.retryAfter().toNanos())) {
                all.remove();
                readFrom.reset();
            } else {
                sends.tryAgain(this::send);
            }
        }
    }

    /** How many partitions are held. */
    int held() {
        return held.size();
    }

    /** Whether all used partitions are held: then Kafka as a whole does not work. */
    boolean holdsAll() {
        return !held.isEmpty()
                && held.size()
                        == partitionCounts.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum();
    }

    /** Whether some but not all partitions are held: then the others are served, and the held ones need time. */
    boolean holdsSome() {
        return !held.isEmpty() && !holdsAll();
    }

    /** Lets the queue be read from its beginning again. */
    void startOver() {
        readFrom.reset();
    }

    /**
     * Reads the queue until enough messages can be sent now, and sends them.
     *
     * @return the first message sent; null if there was none
     */
    Message sendFrom(RelayQueue queue, SendOutcome outcome) {
        Message first = null;
        long now = System.nanoTime();
        long after = readFrom.position();
        while (true) {
            List<Message> page = queue.waiting(after, config.mostPerRound());
            Message sent = send(page, outcome);
            first = first == null ? sent : first;
            long end = page.isEmpty() ? after : page.get(page.size() - 1).position();
            boolean isLast = page.size() < config.mostPerRound() || end <= after;
            after = Math.max(after, end);
            if (isLast || held.isEmpty() || unsettled >= config.mostPerRound() / 2) {
                break;
            }
        }
        if (!held.isEmpty()) {
            readFrom.reached(after, now);
        }
        return first;
    }

    /**
     * Sends the messages whose partition is not held.
     *
     * @return the first message sent; null if there was none
     */
    private Message send(List<Message> messages, SendOutcome outcome) {
        counted.clear();
        Message first = null;
        for (Message message : messages) {
            ProducerRecord<byte[], byte[]> record = record(message, outcome);
            if (record == null) {
                continue;
            }
            TopicPartition partition = partition(record);
            if (!held.containsKey(partition)) {
                first = first == null ? message : first;
                unsettled++;
                open.computeIfAbsent(partition, created -> new PartitionSends()).add(message, record, send(record));
            }
        }
        return first;
    }

    /** Waits for the acknowledgements, and holds the partitions that did not acknowledge. */
    void await(SendOutcome outcome) throws InterruptedException {
        if (open.isEmpty()) {
            return;
        }
        if (flushing.isDone()) {
            // In another thread, since a flush waits for all partitions. During a flush, no record lingers anyway.
            flushing = flusher.submit(producer::flush);
        }
        long deadline = System.nanoTime() + config.patience().toNanos();
        for (Map.Entry<TopicPartition, PartitionSends> sends : open.entrySet()) {
            sends.getValue().await(deadline);
            if (!sends.getValue().settle(outcome, config.retryAfter().toNanos())) {
                held.put(sends.getKey(), sends.getValue());
            }
        }
        open.clear();
        unsettled = 0;
    }

    /** The record of a message; null if it cannot be written or must not be sent: then the message is parked. */
    private ProducerRecord<byte[], byte[]> record(Message message, SendOutcome outcome) {
        try {
            ProducerRecord<byte[], byte[]> record = message.toRecord().get();
            if (guard.permits(record)) {
                return record;
            }
            outcome.park(message, ParkedEvent.LOOKS_LIKE_NUMBER);
            return null;
        } catch (RuntimeException e) {
            outcome.park(message, e.getClass().getSimpleName());
            return null;
        }
    }

    /** The partition that the producer chooses for the key. Their number may grow, so it is asked in each pass. */
    private TopicPartition partition(ProducerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        if (counted.add(topic)) {
            partitionCounts.put(topic, producer.partitionsFor(topic).size());
        }
        int count = partitionCounts.get(topic);
        return new TopicPartition(
                topic, record.key() == null ? 0 : Utils.toPositive(Utils.murmur2(record.key())) % count);
    }

    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Abandons the messages in flight; they are still in the database. */
    @Override
    public void close() {
        flusher.shutdownNow();
        try {
            producer.close(Duration.ZERO);
        } catch (KafkaException e) {
            LOG.debug("The producer did not close cleanly", e);
        }
    }
}
