package kz.qadam.chassis.kafka;

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
import kz.qadam.chassis.database.Database;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Stores the events that could not be taken in, as they were received, and copies them to the topic of dead letters.
 */
@ApplicationScoped
class DeadLetters implements RelayQueue<DeadLetters.Copy> {

    static final String TOPIC = "qadam.dead-letters";

    @SuppressWarnings("ArrayRecordComponent") // Never compared; copies are identified by their position.
    record Copy(UUID id, String topic, int partition, long offset, byte[] key, byte[] value, String reason) {}

    /** Longer than a valid header or key, so that one that was cut is refused again. */
    private static final int MOST_KEPT = CloudEvent.MOST_BYTES + 12;

    private static final int LONGEST_REASON = 1_000;

    private static final String KEEP = """
            insert into dead_letter (id, topic, partition, record_offset, event_id, event_type, event_source, event_time,
                subject, key, value, reason)
            values (:id, :topic, :partition, :offset, :eventId, :eventType, :eventSource, :eventTime,
                :subject, :key, :value, :reason)
            on conflict (topic, partition, record_offset) do nothing
            """;

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
        for (DeadLetter letter : letters) {
            UUID id = Generators.timeBasedEpochGenerator().generate();
            int rows = handle.createUpdate(KEEP)
                    .bind("id", id)
                    .bind("topic", letter.record().topic())
                    .bind("partition", letter.record().partition())
                    .bind("offset", letter.record().offset())
                    .bind("eventId", header(letter, "ce_id"))
                    .bind("eventType", header(letter, "ce_type"))
                    .bind("eventSource", header(letter, "ce_source"))
                    .bind("eventTime", header(letter, "ce_time"))
                    .bind("subject", header(letter, "ce_subject"))
                    .bind("key", cut(letter.record().key()))
                    .bind("value", letter.record().value())
                    .bind("reason", cut(letter.reason()))
                    .execute();
            if (rows == 1) {
                kept.put(id, letter);
                alarm(id, letter);
            }
        }
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

    private static String header(DeadLetter letter, String name) {
        Header header = letter.record().headers().lastHeader(name);
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

    private double open() {
        return database.transaction(
                handle -> handle.createQuery("select count(*) from dead_letter where resolved_at is null")
                        .mapTo(Double.class)
                        .one());
    }

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public List<Copy> waiting(long after, int most) {
        return database.transaction(handle -> handle.createQuery("""
                        select id, topic, partition, record_offset, key, value, reason from dead_letter
                         where copied_at is null order by id limit :most
                        """)
                .bind("most", most)
                .map((row, context) -> new Copy(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getBytes(5),
                        row.getBytes(6),
                        row.getString(7)))
                .list());
    }

    @Override
    public ProducerRecord<byte[], byte[]> toRecord(Copy copy) {
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(TOPIC, copy.key(), copy.value());
        sent.headers().add("source-topic", copy.topic().getBytes(StandardCharsets.UTF_8));
        sent.headers()
                .add("source-partition", Integer.toString(copy.partition()).getBytes(StandardCharsets.UTF_8));
        sent.headers().add("source-offset", Long.toString(copy.offset()).getBytes(StandardCharsets.UTF_8));
        sent.headers().add("reason", copy.reason().getBytes(StandardCharsets.UTF_8));
        return sent;
    }

    @Override
    public void acknowledged(List<Copy> copies) {
        database.transaction(handle -> handle.createUpdate(
                        "update dead_letter set copied_at = now() where id = any(:ids)")
                .bindArray("ids", UUID.class, copies.stream().map(Copy::id).toList())
                .execute());
    }

    /** The dead letter itself stays in the database; only its copy is not sent. */
    @Override
    public void park(Copy copy, String reason) {
        acknowledged(List.of(copy));
    }

    @Override
    public long depth() {
        return database.transaction(
                handle -> handle.createQuery("select count(*) from dead_letter where copied_at is null")
                        .mapTo(Long.class)
                        .one());
    }
}
