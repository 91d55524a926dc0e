package kz.qadam.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The minimum that a consumer can do: it reads the events, and copies their facts into PostgreSQL. */
final class BareConsumer {

    private final Set<ByteBuffer> seen = new HashSet<>();
    private final FactCopies facts = new FactCopies();
    private final Connection connection;

    private BareConsumer(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] arguments) throws Exception {
        try (var consumer = consumer(arguments[0]);
                var connection = DriverManager.getConnection(arguments[1], arguments[2], arguments[3])) {
            connection.setAutoCommit(false);
            List<TopicPartition> partitions = Stream.of("qadam.enrolments", "qadam.completions")
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var bare = new BareConsumer(connection);
            while (true) {
                bare.take(consumer.poll(Duration.ofMillis(200)));
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String kafka) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false, "max.poll.records", 2_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private void take(ConsumerRecords<byte[], byte[]> records) throws SQLException, IOException {
        for (ConsumerRecord<byte[], byte[]> one : records) {
            if (seen.add(ByteBuffer.wrap(one.headers().lastHeader("ce_id").value()))) {
                facts.add(new String(one.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8), one.value());
            }
        }
        facts.copy(connection);
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("update rival set done = " + seen.size());
        }
        connection.commit();
    }
}
