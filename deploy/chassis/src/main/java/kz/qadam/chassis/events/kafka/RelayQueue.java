package kz.qadam.chassis.events.kafka;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The messages in the database that a {@link Relay} sends. They are read by their state and never by a cursor, since a
 * lower number may be committed later.
 */
public interface RelayQueue {

    /**
     * A waiting message.
     *
     * @param position in the order of {@link #waiting}; 0 if the queue is always read from its beginning
     * @param since when it was added; null if the queue does not count towards the {@link Backlog}
     * @param toRecord writes it; a message for which this fails is parked
     */
    record Message(long position, UUID id, Instant since, Supplier<ProducerRecord<byte[], byte[]>> toRecord) {}

    /** A message that Kafka has, and where; the offset is -1 if Kafka says only that it had it before. */
    record Acknowledged(Message message, int partition, long offset) {}

    /** The name in logs, metrics and the lease. */
    String name();

    /**
     * The oldest messages that may be sent now, in the order in which those of each subject must arrive, without parked
     * ones. They are read from a position, so that messages for a held partition are not read repeatedly before the
     * others. A queue that is never long may always be read from its beginning.
     *
     * @param after a position; 0: the beginning
     */
    List<Message> waiting(long after, int most);

    /** Removes messages that Kafka has acknowledged. */
    void acknowledged(List<Acknowledged> messages);

    /** Parks a message that Kafka will never take as it is; it is left out until it is sent again. */
    void park(Message message, String reason);

    /** How many messages wait, for the metric. */
    long depth();

    /** Counts the waiting messages; empty if they do not count towards the {@link Backlog}. */
    default Optional<Backlog.Look> look() {
        return Optional.empty();
    }

    /**
     * Adds the messages that were requested to be sent again. An instance that takes over the lease calls it before it
     * sends anything.
     *
     * @return whether there may be more
     */
    default boolean addRequested(int most) {
        return false;
    }
}
