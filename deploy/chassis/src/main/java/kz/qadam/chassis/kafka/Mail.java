package kz.qadam.chassis.kafka;

import java.util.List;
import kz.qadam.chassis.database.Database;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What waits to be sent, by its state in the database and never by a cursor: a lower number may be committed later.
 *
 * @param <M> one message
 */
public interface Mail<M> {

    /**
     * To be executed before a queue is looked at, which fills and empties faster than statistics of it are made. By those,
     * all of it would be read and sorted for each round.
     */
    String IN_ORDER = "set local enable_seqscan = off; set local max_parallel_workers_per_gather = 0";

    /** A name for logs and the lease. */
    String name();

    /** The oldest that wait, in the order in which each subject's must arrive. Parked ones wait no more. */
    List<M> waiting(int most);

    /**
     * The same, from a position on: so that what waits for one partition is not read again and again before the others.
     * A mail that is never long is read from its beginning.
     *
     * @param after a {@link #position}; 0: the beginning
     */
    default List<M> waiting(long after, int most) {
        return waiting(most);
    }

    /** Where a message stands in the order of {@link #waiting}; 0 if this mail is always read from its beginning. */
    default long position(M message) {
        return 0;
    }

    ProducerRecord<byte[], byte[]> toRecord(M message);

    /** Kafka has acknowledged these. */
    void acknowledged(List<M> messages);

    /** Kafka will never take this one as it is; it is held back until somebody sends it again. */
    void park(M message, String reason);

    /** How many wait, for the metric. */
    long depth();

    /**
     * Deletes what was acknowledged from a queue, for those whose rows are there only as long as they wait. The commit does
     * not wait for the disk: should the database lose it, these are sent again, and take effect once.
     *
     * @param table with the key {@code seq}
     */
    static void delete(Database database, String table, List<Long> seqs) {
        database.transaction(handle -> {
            handle.execute("set local synchronous_commit = off");
            return handle.createUpdate("delete from " + table + " where seq = any(:seqs)")
                    .bindArray("seqs", Long.class, seqs)
                    .execute();
        });
    }
}
