package kz.qadam.chassis.events.kafka;

import com.fasterxml.uuid.Generators;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Stores the events that could not be taken in, as they were received, and copies them to the topic of dead letters.
 */
@ApplicationScoped
class DeadLetters implements RelayQueue {

    static final String TOPIC = "qadam.dead-letters";

    static final TableColumns<Row> COLUMNS = TableColumns.of(Row.class);

    /** Longer than a valid header or key, so that one that was cut is refused again. */
    private static final int MOST_KEPT = CloudEvent.MOST_BYTES + 12;

    private static final int LONGEST_REASON = 1_000;

    private static final String KEEP = """
            insert into dead_letter (%s) select * from %s
            on conflict (topic, partition, record_offset) do nothing returning id
            """.formatted(COLUMNS.names(), COLUMNS.rows("new"));

    private static final String WAITING = "select * from dead_letter where copied_at is null order by id limit :most";

    /** A stored dead letter. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; dead letters are identified by their id.
    record Row(
            UUID id,
            String topic,
            int partition,
            long recordOffset,
            String eventId,
            String eventType,
            String eventSource,
            String eventTime,
            String subject,
            byte[] key,
            byte[] value,
            String reason) {

        static Row of(UUID id, DeadLetter letter) {
            ConsumerRecord<byte[], byte[]> record = letter.record();
            return new Row(
                    id,
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    header(record, "ce_id"),
                    header(record, "ce_type"),
                    header(record, "ce_source"),
                    header(record, "ce_time"),
                    header(record, "ce_subject"),
                    cut(record.key()),
                    record.value(),
                    cut(letter.reason()));
        }

        private static String header(ConsumerRecord<?, ?> record, String name) {
            Header header = record.headers().lastHeader(name);
            return header == null || header.value() == null
                    ? null
                    : new String(cut(header.value()), StandardCharsets.UTF_8).replace("\0", "");
        }

        private static byte[] cut(byte[] bytes) {
            return bytes == null || bytes.length <= MOST_KEPT ? bytes : Arrays.copyOf(bytes, MOST_KEPT);
        }

        private static String cut(String reason) {
            return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        }

        /** The event as it was received. */
        ConsumerRecord<byte[], byte[]> received() {
            var record = new ConsumerRecord<>(topic, partition, recordOffset, key, value);
            add(record.headers(), "ce_id", eventId);
            add(record.headers(), "ce_type", eventType);
            add(record.headers(), "ce_source", eventSource);
            add(record.headers(), "ce_subject", subject);
            add(record.headers(), "ce_time", eventTime);
            return record;
        }

        /** The copy for the topic of dead letters. */
        ProducerRecord<byte[], byte[]> copy() {
            var record = new ProducerRecord<>(TOPIC, key, value);
            add(record.headers(), "source-topic", topic);
            add(record.headers(), "source-partition", Integer.toString(partition));
            add(record.headers(), "source-offset", Long.toString(recordOffset));
            add(record.headers(), "reason", reason);
            return record;
        }

        private static void add(Headers headers, String name, String value) {
            if (value != null) {
                headers.add(name, value.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Database database;
    private final Counter contradictions;

    DeadLetters(Database database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("qadam.dead.letters", this, DeadLetters::open)
                .description("Events that could not be taken in and are not resolved")
                .register(metrics);
        contradictions = Counter.builder("qadam.dead.letters.contradictions")
                .description("Events whose content differs from an earlier event with the same id")
                .register(metrics);
    }

    /** Stores dead letters, and returns the new ones by their ids. */
    Map<UUID, DeadLetter> keep(Handle handle, List<DeadLetter> letters) {
        Map<UUID, DeadLetter> kept = new LinkedHashMap<>();
        letters.forEach(letter -> kept.put(Generators.timeBasedEpochGenerator().generate(), letter));
        List<Row> rows = kept.entrySet().stream()
                .map(one -> Row.of(one.getKey(), one.getValue()))
                .toList();
        kept.keySet()
                .retainAll(COLUMNS.bind(handle.createQuery(KEEP), rows)
                        .mapTo(UUID.class)
                        .set());
        kept.forEach(this::alarm);
        return kept;
    }

    /**
     * Alarms the operators: a publisher has changed a published event, or another service has published in its name.
     */
    private void alarm(UUID id, DeadLetter letter) {
        if (letter.contradiction()) {
            contradictions.increment();
            LOG.errorf(
                    "The event at %s/%d/%d contradicts an earlier event with the same id; it is dead letter %s",
                    letter.record().topic(),
                    letter.record().partition(),
                    letter.record().offset(),
                    id);
        }
    }

    private double open() {
        return count("resolved_at is null");
    }

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public List<Message> waiting(long after, int most) {
        return database.transaction(handle -> handle.createQuery(WAITING)
                .bind("most", most)
                .map(COLUMNS)
                .map(row -> new Message(0, row.id(), null, row::copy))
                .list());
    }

    @Override
    public void acknowledged(List<Acknowledged> copies) {
        copied(copies.stream().map(copy -> copy.message().id()).toList());
    }

    private void copied(List<UUID> letters) {
        database.transaction(
                handle -> handle.createUpdate("update dead_letter set copied_at = now() where id = any(:ids)")
                        .bindArray("ids", UUID.class, letters)
                        .execute());
    }

    /** The dead letter itself stays in the database; only its copy is not sent. */
    @Override
    public void park(Message copy, String reason) {
        copied(List.of(copy.id()));
    }

    @Override
    public long depth() {
        return count("copied_at is null");
    }

    private long count(String condition) {
        return database.transaction(handle -> handle.createQuery("select count(*) from dead_letter where " + condition)
                .mapTo(Long.class)
                .one());
    }
}
