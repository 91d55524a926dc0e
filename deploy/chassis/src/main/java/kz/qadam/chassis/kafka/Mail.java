package kz.qadam.chassis.kafka;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What waits to be sent, by its state in the database and never by a cursor: a lower number may be committed later.
 *
 * @param <M> one message
 */
public interface Mail<M> {

    /** A name for logs and the lease. */
    String name();

    /** The oldest that wait, in the order in which each subject's must arrive. Parked ones wait no more. */
    List<M> waiting(int most);

    ProducerRecord<byte[], byte[]> toRecord(M message);

    /** Kafka has acknowledged these. */
    void acknowledged(List<M> messages);

    /** Kafka will never take this one; it and what has the same key are held back until somebody looks. */
    void park(M message, String reason);

    /** How many wait, for the metric. */
    long depth();
}
