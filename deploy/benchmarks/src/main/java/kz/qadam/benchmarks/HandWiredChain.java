package kz.qadam.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.qadam.local.Service;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The shortest chain from a row to a figure: insert and commit, produce, poll, update and commit, read. */
final class HandWiredChain {

    private static final String TOPIC = "qadam.dead-letters";

    private static final String TABLES = """
            drop table if exists sent, counted;
            create table sent (id bigint primary key, data text);
            create table counted as select 0::bigint as count;
            """;

    private HandWiredChain() {}

    /** Runs this load through it. */
    static <T> T run(Lab lab, Load<T> load) throws Exception {
        var database = lab.stage().database(Service.ENROLMENT);
        Sql.run(database, TABLES);
        var open = new AtomicBoolean(true);
        var partition = new TopicPartition(TOPIC, 0);
        try (KafkaProducer<byte[], byte[]> producer = OutboxDrain.producer(lab, 0);
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", lab.stage().kafka()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                var updates = database.connect();
                var reads = database.connect();
                var read = reads.prepareStatement("select count from counted")) {
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
            var counting = new Thread(() -> count(consumer, updates, open), "counting");
            counting.start();
            try {
                return load.run(() -> sender(database.connect(), producer), () -> {
                    try (var row = read.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
            } finally {
                open.set(false);
                counting.join();
            }
        }
    }

    private static Load.Sender sender(Connection connection, KafkaProducer<byte[], byte[]> producer) throws Exception {
        var insert = connection.prepareStatement("insert into sent values (?, ?)");
        return new Load.Sender() {
            @Override
            @SuppressWarnings("FutureReturnValueIgnored") // If an event were lost, the run would not end.
            public void send(int event) throws Exception {
                insert.setLong(1, event);
                insert.setString(2, EventTexts.RECORDED);
                insert.executeUpdate();
                producer.send(new ProducerRecord<>(TOPIC, EventTexts.RECORDED.getBytes(StandardCharsets.US_ASCII)));
            }

            @Override
            public void close() throws IOException {
                try {
                    connection.close();
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            }
        };
    }

    private static void count(KafkaConsumer<byte[], byte[]> consumer, Connection connection, AtomicBoolean open) {
        try (var update = connection.prepareStatement("update counted set count = count + ?")) {
            while (open.get()) {
                int polled = consumer.poll(Duration.ofMillis(100)).count();
                if (polled > 0) {
                    update.setInt(1, polled);
                    update.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
