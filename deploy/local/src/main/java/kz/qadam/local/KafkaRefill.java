package kz.qadam.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Fills an empty Kafka from the event log of reporting-service. Each event gets its former offset, so nothing that names a
 * place has to change, and the services go on where they were. An offset of which the log has nothing gets a record with the
 * header {@code filler} and nothing else, which they skip: it was a repetition, or it had not arrived; what had not
 * arrived, its publisher sends again, if it is of the last three days.
 */
record KafkaRefill(Suite suite, KafkaNode kafka) {

    private static final List<String> TOPICS = List.of("qadam.catalogue", "qadam.enrolments", "qadam.completions");
    private static final int FETCHED = 1000;

    /** Where each partition ended at least. */
    private static final String ENDS = """
            select topic, partition, max(ending)
              from (select topic, partition, next_offset as ending from intake_offset
                    union all
                    select topic, partition, record_offset + 1 from dead_letter) as known
             group by topic, partition
            """;

    /** Events, and what reporting-service could not read, as it came: others may read it. */
    private static final String LOGGED = """
            select partition, record_offset, batch, event_id::text, type, source, subject,
                   to_char(time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time,
                   convert_to(key, 'UTF8') as key, convert_to(data, 'UTF8') as value
              from event_log where topic = '%1$s'
            union all
            select partition, record_offset, null, event_id, event_type, event_source, subject, event_time, key, value
              from dead_letter letter
             where topic = '%1$s' and value is not null
               and not exists (select from event_log log
                                where log.topic = letter.topic and log.partition = letter.partition
                                  and log.record_offset = letter.record_offset)
             order by partition, record_offset, batch
            """;

    /**
     * Fills all topics.
     *
     * @throws CannotStart if Kafka is the one that the services know, or not empty; nothing is changed then
     */
    void run(Consumer<String> say) throws IOException, SQLException {
        Map<String, String> ids = new HashMap<>();
        kafka.administer(
                "describe the topics",
                admin -> admin.describeTopics(KafkaNode.PARTITIONS.keySet())
                        .allTopicNames()
                        .get()
                        .forEach((topic, description) ->
                                ids.put(topic, description.topicId().toString())));
        var services = new FormerTopics(suite, kafka, ids);
        if (services.waiting().isEmpty()) {
            throw new CannotStart("Kafka has the topics that the services know: there is nothing to restore.");
        }
        Set<String> filled = filled();
        if (filled.isEmpty()) {
            fill(say);
        } else if (!services.isAnyDone()) {
            throw new CannotStart(
                    ("Kafka has events of %s already. If an earlier run was interrupted, delete the directory"
                                    + " %s and run this again.")
                            .formatted(String.join(", ", filled), kafka.directory()));
        }
        // An earlier run may have been interrupted here.
        services.goOn();
    }

    private void fill(Consumer<String> say) throws IOException, SQLException {
        Map<TopicPartition, Long> ends = ends();
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer());
                var reporting = suite.database(Service.REPORTING).connect()) {
            reporting.setAutoCommit(false);
            for (String topic : TOPICS) {
                say.accept(fill(topic, reporting, producer, ends));
            }
        }
    }

    /** The topics that have something. */
    private Set<String> filled() throws IOException {
        Set<String> filled = new TreeSet<>();
        kafka.administer(
                "ask where the topics end",
                admin -> admin.listOffsets(allPartitions()).all().get().forEach((partition, end) -> {
                    if (end.offset() > 0) {
                        filled.add(partition.topic());
                    }
                }));
        return filled;
    }

    static Map<TopicPartition, OffsetSpec> allPartitions() {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (String topic : TOPICS) {
            for (int partition = 0; partition < KafkaNode.PARTITIONS.get(topic); partition++) {
                asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        return asked;
    }

    private Map<TopicPartition, Long> ends() throws IOException, SQLException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Service service : Service.values()) {
            FormerTopics.query(
                    suite.database(service),
                    ENDS,
                    row -> ends.merge(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3), Math::max));
        }
        return ends;
    }

    private String fill(
            String topic, Connection log, KafkaProducer<byte[], byte[]> producer, Map<TopicPartition, Long> ends)
            throws SQLException, IOException {
        var filled = new FilledTopic(topic, producer);
        long events = 0;
        try (var statement = log.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet row = statement.executeQuery(LOGGED.formatted(topic))) {
                while (row.next()) {
                    filled.add(event(topic, row), row.getLong("record_offset"));
                    events++;
                }
            }
        }
        for (int partition = 0; partition < KafkaNode.PARTITIONS.get(topic); partition++) {
            filled.skipTo(partition, ends.getOrDefault(new TopicPartition(topic, partition), 0L));
        }
        filled.await();
        return "%s: %d events at their former offsets, %d offsets without an event"
                .formatted(topic, events, filled.offsets() - events);
    }

    /** The record as the publisher made it; without its trace. */
    private static ProducerRecord<byte[], byte[]> event(String topic, ResultSet row) throws SQLException {
        var record = new ProducerRecord<>(topic, row.getInt("partition"), row.getBytes("key"), row.getBytes("value"));
        add(record, "ce_specversion", "1.0");
        add(record, "ce_id", row.getString("event_id"));
        for (String name : List.of("type", "source", "subject", "time")) {
            add(record, "ce_" + name, row.getString(name));
        }
        add(record, "content-type", "application/json");
        return record;
    }

    private static void add(ProducerRecord<byte[], byte[]> record, String name, String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = kafka.settingsOfLauncher();
        settings.putAll(Map.of("acks", "all", "enable.idempotence", true, "compression.type", "lz4", "linger.ms", 100));
        settings.put("batch.size", 256 * 1024);
        return settings;
    }
}
