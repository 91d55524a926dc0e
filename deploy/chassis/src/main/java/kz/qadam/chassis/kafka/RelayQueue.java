package kz.qadam.chassis.kafka;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The messages in the database that a {@link Relay} sends. They are read by their state and never by a cursor, since a
 * lower number may be committed later.
 *
 * @param <M> one message
 */
public interface RelayQueue<M> {

    /** The name in logs, metrics and the lease. */
    String name();

    /**
     * The oldest messages that may be sent now, in the order in which those of each subject must arrive, without parked
     * ones. They are read from a position, so that messages for a held partition are not read repeatedly before the
     * others. A queue that is never long may always be read from its beginning.
     *
     * @param after a {@link #position}; 0: the beginning
     */
    List<M> waiting(long after, int most);

    /** The position of a message in the order of {@link #waiting}; 0 if the queue is always read from its beginning. */
    default long position(M message) {
        return 0;
    }

    ProducerRecord<byte[], byte[]> toRecord(M message);

    /** Removes messages that Kafka has acknowledged. */
    void acknowledged(List<M> messages);

    /** Parks a message that Kafka will never take as it is; it is left out until it is sent again. */
    void park(M message, String reason);

    /** How many messages wait, for the metric. */
    long depth();
}
