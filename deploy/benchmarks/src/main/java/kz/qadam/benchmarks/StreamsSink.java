package kz.qadam.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.postgresql.PGConnection;

/**
 * Writes the output that Kafka Streams has committed into PostgreSQL, with its offsets, in one transaction for each
 * poll.
 */
final class StreamsSink {

    private static final String TABLES = """
            drop table if exists rival_cell, rival_offset;
            create table rival_cell (cell text primary key, count bigint not null);
            create table rival_offset (topic text, partition int, next_offset bigint, primary key (topic, partition));
            """;

    private static final String CHANGE = """
            insert into rival_cell select * from unnest(?, ?) on conflict (cell) do update set count = excluded.count
            """;

    private static final String MOVE = """
            insert into rival_offset select * from unnest(?, ?, ?)
            on conflict (topic, partition) do update set next_offset = excluded.next_offset
            """;

    private static final String LOG =
            "copy event_log (event_id, type, source, subject, time, topic, partition, record_offset, data, batch) from stdin";

    private final String name;
    private final String[] arguments;
    private final FactCopies facts = new FactCopies();
    private final StringBuilder log = new StringBuilder();
    private final Map<String, Long> cells = new LinkedHashMap<>();
    private final Map<String, Long> nation = new HashMap<>();

    /** @param arguments the address of Kafka, then address, user and password of the database */
    StreamsSink(String name, String... arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    void run() throws SQLException, IOException {
        try (var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                arguments[0],
                                "enable.auto.commit",
                                false,
                                "isolation.level",
                                "read_committed",
                                "max.poll.records",
                                5_000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                var connection = DriverManager.getConnection(arguments[1], arguments[2], arguments[3])) {
            try (var statement = connection.createStatement()) {
                statement.execute(TABLES);
            }
            connection.setAutoCommit(false);
            List<TopicPartition> partitions = Stream.of("-log", "-cells")
                    .flatMap(end -> IntStream.range(0, 6).mapToObj(i -> new TopicPartition(name + end, i)))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (true) {
                var records = consumer.poll(Duration.ofMillis(200));
                for (ConsumerRecord<byte[], byte[]> one : records) {
                    take(one);
                }
                if (!records.isEmpty()) {
                    write(connection, consumer, partitions);
                }
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (record.topic().endsWith("-cells")) {
            String cell = new String(record.key(), StandardCharsets.UTF_8);
            long count = ByteBuffer.wrap(record.value()).getLong();
            cells.put(cell, count);
            if (cell.contains("|nation/") && !cell.startsWith("completed")) {
                nation.put(cell, count);
            }
            return;
        }
        String type = header(record, "ce_type");
        facts.add(type, record.value());
        log.append(String.join(
                        "\t",
                        header(record, "ce_id"),
                        type,
                        header(record, "ce_source"),
                        header(record, "ce_subject"),
                        header(record, "ce_time"),
                        record.topic(),
                        String.valueOf(record.partition()),
                        String.valueOf(record.offset()),
                        new String(record.value(), StandardCharsets.UTF_8),
                        "1"))
                .append('\n');
    }

    private void write(Connection connection, KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions)
            throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(LOG, new ByteArrayInputStream(log.toString().getBytes(StandardCharsets.UTF_8)));
        log.setLength(0);
        facts.copy(connection);
        execute(connection, CHANGE, cells.keySet().toArray(), cells.values().toArray());
        cells.clear();
        execute(
                connection,
                MOVE,
                partitions.stream().map(TopicPartition::topic).toArray(),
                partitions.stream().map(TopicPartition::partition).toArray(),
                partitions.stream().map(consumer::position).toArray());
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("update rival set done = "
                    + nation.values().stream().mapToLong(Long::longValue).sum());
        }
        connection.commit();
    }

    private static void execute(Connection connection, String sql, Object[]... columns) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.length; i++) {
                String type = columns[i].length == 0 || columns[i][0] instanceof String
                        ? i == 0 ? "text" : "bigint"
                        : columns[i][0] instanceof Integer ? "int" : "bigint";
                statement.setArray(i + 1, connection.createArrayOf(type, columns[i]));
            }
            statement.executeUpdate();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
