package kz.qadam.chassis.kafka;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a {@link Relay} sends: messages that wait in the database. They are read by their state and never by a cursor: a
 * lower number may be committed later.
 *
 * @param <M> one message
 */
public interface RelayQueue<M> {

    /** The name in logs, metrics and the lease. */
    String name();

    /**
     * The oldest messages that may be sent now, in the order in which each subject's must arrive; parked ones may not. They
     * are read from a position on, so that what waits for one partition is not read again and again before the others. A
     * queue that is never long may be read from its beginning.
     *
     * @param after a {@link #position}; 0: the beginning
     */
    List<M> waiting(long after, int most);

    /** The position of a message in the order of {@link #waiting}; 0 if the queue is always read from its beginning. */
    default long position(M message) {
        return 0;
    }

    ProducerRecord<byte[], byte[]> toRecord(M message);

    /** Kafka has acknowledged these: they wait no more. */
    void acknowledged(List<M> messages);

    /** Kafka will never take this one as it is; it is left out until somebody sends it again. */
    void park(M message, String reason);

    /** How many wait, for the metric. */
    long depth();
}
