package kz.qadam.chassis.events.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.RelayQueue.Acknowledged;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The events of one publisher that Kafka has acknowledged in the last days, with their places. */
final class SentEvents {

    /** Where Kafka has put an event. */
    record Place(int partition, long recordOffset, UUID id) {}

    private record Sent(long seq, int partition, long recordOffset) {}

    private static final TableColumns<Place> PLACE = TableColumns.of(Place.class);
    private static final TableColumns<Sent> SENT = TableColumns.of(Sent.class);

    private static final String MOVED = "publisher, seq, id, key, type, subject, time, data";

    private static final String KEEP = """
            with gone as (delete from outbox_event where publisher = :publisher and seq = any(:seqs) returning %1$s)
            insert into sent_event (%1$s, partition, record_offset)
            select gone.*, sent.partition, sent.record_offset from gone join %2$s using (seq)
            """.formatted(MOVED, SENT.rows("sent"));

    private static final String NEWEST = """
            select distinct on (partition) partition, record_offset, id
              from sent_event
              join (select partition, max(record_offset) as record_offset from sent_event
                     where publisher = :publisher group by partition) as newest using (partition, record_offset)
             where publisher = :publisher
             order by partition, sent_at desc
            """;

    private static final String FROM = """
            select partition, record_offset, id from sent_event
             where publisher = :publisher and partition = :partition and record_offset >= :from
             order by record_offset, sent_at limit 1
            """;

    /** With their former numbers: they are sent before what waits, and in their order. */
    private static final String SEND_AGAIN = """
            with lost as (
                delete from sent_event
                 where publisher = :publisher and partition = :partition and record_offset >= :from returning %1$s)
            insert into outbox_event (%1$s) overriding system value select * from lost
            on conflict do nothing
            """.formatted(MOVED);

    private static final String TOPIC = """
            insert into sent_topic (topic, topic_id) values (:topic, :id)
            on conflict (topic) do update set topic = excluded.topic returning topic_id
            """;

    private final Database database;
    private final String publisher;

    SentEvents(Database database, String publisher) {
        this.database = database;
        this.publisher = publisher;
    }

    /**
     * Notes the topic to which this service sends.
     *
     * @throws IllegalStateException if it has sent to another one of this name
     */
    void requireTopic(String topic, String id) {
        String known = database.transaction(handle -> handle.createQuery(TOPIC)
                .bind("topic", topic)
                .bind("id", id)
                .mapTo(String.class)
                .one());
        if (!known.equals(id)) {
            throw new IllegalStateException("The topic " + topic + " is not the one to which events were sent before:"
                    + " it was created anew, or this is another cluster.");
        }
    }

    /** Moves events here from the outbox. */
    void keep(Handle handle, List<Acknowledged> events) {
        List<Sent> sent = events.stream()
                .map(one -> new Sent(one.message().position(), one.partition(), one.offset()))
                .toList();
        SENT.bind(handle.createUpdate(KEEP).bind("publisher", publisher), sent)
                .bindArray("seqs", Long.class, sent.stream().map(Sent::seq).toList())
                .execute();
    }

    /** The last event of each partition. */
    Map<Integer, Place> newest() {
        Map<Integer, Place> newest = new HashMap<>();
        database.transaction(handle -> handle.createQuery(NEWEST)
                        .bind("publisher", publisher)
                        .map(PLACE)
                        .list())
                .forEach(place -> newest.put(place.partition(), place));
        return newest;
    }

    /** The first event of a partition that is kept and not before an offset. */
    Optional<Place> from(int partition, long offset) {
        return database.transaction(handle ->
                of(handle.createQuery(FROM), partition, offset).map(PLACE).findFirst());
    }

    /** Moves the events of a partition from an offset on back to the outbox, and returns how many they are. */
    int sendAgain(int partition, long from) {
        return database.transaction(
                handle -> of(handle.createUpdate(SEND_AGAIN), partition, from).execute());
    }

    private <T extends SqlStatement<T>> T of(T statement, int partition, long from) {
        return statement
                .bind("publisher", publisher)
                .bind("partition", partition)
                .bind("from", from);
    }
}
