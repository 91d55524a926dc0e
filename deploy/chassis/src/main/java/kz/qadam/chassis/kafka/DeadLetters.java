package kz.qadam.chassis.kafka;

import com.fasterxml.uuid.Generators;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jdbi.v3.core.Handle;

/** What could not be read, kept in this service's database as it came, and copied to the topic of dead letters. */
@ApplicationScoped
class DeadLetters implements Mail<DeadLetters.Copy> {

    static final String TOPIC = "qadam.dead-letters";

    @SuppressWarnings("ArrayRecordComponent") // Never compared; what waits is told apart by its place.
    record Copy(UUID id, String topic, int partition, long offset, byte[] key, byte[] value, String reason) {}

    private static final String KEEP = """
            insert into dead_letter (id, topic, partition, record_offset, event_id, event_type, event_source, event_time,
                subject, key, value, reason)
            values (:id, :topic, :partition, :offset, :eventId, :eventType, :eventSource, :eventTime,
                :subject, :key, :value, :reason)
            on conflict (topic, partition, record_offset) do nothing
            """;

    private final Database database;

    DeadLetters(Database database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("qadam.dead.letters", this, DeadLetters::open)
                .description("Events that could not be read and that nobody has resolved")
                .register(metrics);
    }

    List<UUID> keep(Handle handle, List<DeadLetter> letters) {
        List<UUID> kept = new ArrayList<>();
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
                    .bind("key", letter.record().key())
                    .bind("value", letter.record().value())
                    .bind("reason", letter.reason())
                    .execute();
            if (rows == 1) {
                kept.add(id);
            }
        }
        return kept;
    }

    private static String header(DeadLetter letter, String name) {
        Header header = letter.record().headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8).replace("\0", "");
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
    public List<Copy> waiting(int most) {
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

    /** The letter itself stays here in full; only its copy is given up. */
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
