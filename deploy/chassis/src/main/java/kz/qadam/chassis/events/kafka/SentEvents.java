package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.RelayQueue.Acknowledged;
import org.jdbi.v3.core.Handle;

/** The events of one publisher that Kafka has acknowledged in the last days, with their offsets. */
final class SentEvents {

    /** Where Kafka has put an event. */
    record SentRecord(int partition, long seq, long recordOffset, UUID id) {}

    private record Sent(long seq, int partition, long recordOffset) {}

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PAGE = 10_000;

    private static final TableColumns<SentRecord> SENT_RECORD = TableColumns.of(SentRecord.class);
    private static final TableColumns<Sent> SENT = TableColumns.of(Sent.class);

    private static final String MOVED = "publisher, seq, id, key, type, subject, time, data";

    private static final String KEEP = """
            with gone as (delete from outbox_event where publisher = :publisher and seq = any(:seqs) returning %1$s)
            insert into sent_event (%1$s, partition, record_offset)
            select gone.*, sent.partition, sent.record_offset from gone join %2$s using (seq)
            """.formatted(MOVED, SENT.rows("sent"));

    private static final String NEWEST = """
            select distinct on (partition) %1$s
              from sent_event
              join (select partition, max(record_offset) as record_offset from sent_event
                     where publisher = :publisher group by partition) as newest using (partition, record_offset)
             where publisher = :publisher
             order by partition, sent_at desc
            """.formatted(SENT_RECORD.names());

    private static final String FROM = """
            select %s from sent_event
             where publisher = :publisher and partition = :partition and record_offset >= :from
             order by record_offset, sent_at limit :most
            """.formatted(SENT_RECORD.names());

    /** With their former numbers: they keep their order. Of some nobody knows the offset. */
    private static final String SEND_AGAIN = """
            with lost as (
                delete from sent_event
                 where publisher = :publisher and partition = :partition and (seq = any(:seqs) or record_offset < 0)
                returning %1$s)
            insert into outbox_event (%1$s) overriding system value select * from lost
            on conflict do nothing
            """.formatted(MOVED);

    private static final String COMPARED = """
            select %s from sent_compared where publisher = :publisher
            """.formatted(SENT_RECORD.names());

    private static final String KEEP_COMPARED = """
            insert into sent_compared (publisher, %1$s) select :publisher, * from %2$s
            on conflict (publisher, partition)
            do update set seq = excluded.seq, record_offset = excluded.record_offset, id = excluded.id
            """.formatted(SENT_RECORD.names(), SENT_RECORD.rows("record"));

    private static final String FORGET_COMPARED = """
            delete from sent_compared where publisher = :publisher and partition = :partition
            """;

    private static final String BEGIN_ANEW = """
            insert into sent_begun (topic, partition, next_offset) values (:topic, :partition, :end)
            on conflict (topic, partition)
            do update set next_offset = greatest(sent_begun.next_offset, excluded.next_offset)
            """;

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
        requireSame(topic, known, id);
    }

    /** @throws IllegalStateException if the topic to which was sent before is another one of this name */
    static void requireSame(String topic, String known, String present) {
        if (!known.equals(present)) {
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
    Map<Integer, SentRecord> newest() {
        return byPartition(database.transaction(
                LONGEST,
                handle -> handle.createQuery(NEWEST)
                        .bind("publisher", publisher)
                        .map(SENT_RECORD)
                        .list()));
    }

    /** Up to where each partition was compared with Kafka. */
    Map<Integer, SentRecord> compared() {
        return byPartition(database.transaction(handle -> handle.createQuery(COMPARED)
                .bind("publisher", publisher)
                .map(SENT_RECORD)
                .list()));
    }

    private static Map<Integer, SentRecord> byPartition(List<SentRecord> records) {
        return records.stream().collect(Collectors.toMap(SentRecord::partition, record -> record));
    }

    /** The commit does not wait for the disk: if the database loses it, more is compared. */
    void keepCompared(SentRecord record) {
        database.transaction(handle -> {
            handle.execute("set local synchronous_commit = off");
            return SENT_RECORD
                    .bind(handle.createUpdate(KEEP_COMPARED).bind("publisher", publisher), List.of(record))
                    .execute();
        });
    }

    /**
     * Nothing of what is kept of a partition is in Kafka: from now on it is compared from its end on.
     *
     * @param end where it ends now
     */
    void forgetCompared(String topic, int partition, long end) {
        database.transaction(handle -> {
            handle.createUpdate(BEGIN_ANEW)
                    .bind("topic", topic)
                    .bind("partition", partition)
                    .bind("end", end)
                    .execute();
            return handle.createUpdate(FORGET_COMPARED)
                    .bind("publisher", publisher)
                    .bind("partition", partition)
                    .execute();
        });
    }

    /** The first event of a partition that is kept and not before an offset. */
    Optional<SentRecord> from(int partition, long offset) {
        return from(partition, offset, 1).stream().findFirst();
    }

    /** The next events of a partition after an offset; none, if there are no more. */
    List<SentRecord> after(int partition, long offset) {
        return from(partition, offset + 1, PAGE);
    }

    private List<SentRecord> from(int partition, long offset, int most) {
        return database.transaction(
                LONGEST,
                handle -> handle.createQuery(FROM)
                        .bind("publisher", publisher)
                        .bind("partition", partition)
                        .bind("from", offset)
                        .bind("most", most)
                        .map(SENT_RECORD)
                        .list());
    }

    /** Moves these events of one partition back to the outbox, and returns how many they are. */
    int sendAgain(List<SentRecord> lost) {
        return database.transaction(
                LONGEST,
                handle -> handle.createUpdate(SEND_AGAIN)
                        .bind("publisher", publisher)
                        .bind("partition", lost.get(0).partition())
                        .bindArray(
                                "seqs",
                                Long.class,
                                lost.stream().map(SentRecord::seq).toList())
                        .execute());
    }
}
