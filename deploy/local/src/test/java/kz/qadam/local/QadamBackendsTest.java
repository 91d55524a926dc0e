package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class QadamBackendsTest {

    private static final TopicPartition CATALOGUE = new TopicPartition("qadam.catalogue", 0);

    @Test
    void a_second_start_sees_neither_the_rows_nor_the_events_of_the_first() throws Exception {
        var first = new QadamBackends();
        first.start();
        write("create table note (text varchar)");
        send("an event");
        first.stop();

        var second = new QadamBackends();
        var config = second.start();

        assertThat(config).containsEntry("kafka.bootstrap.servers", QadamBackends.kafka());
        assertThat(newestOffset()).isZero();
        assertThatThrownBy(() -> write("insert into note (text) values ('kept')"))
                .isInstanceOf(SQLException.class);
        second.stop();
    }

    private static void write(String sql) throws SQLException {
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void send(String value) throws ExecutionException, InterruptedException {
        Map<String, Object> config = Map.of("bootstrap.servers", QadamBackends.kafka());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(CATALOGUE.topic(), value)).get();
        }
    }

    private static long newestOffset() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", QadamBackends.kafka()))) {
            return admin.listOffsets(Map.of(CATALOGUE, OffsetSpec.latest()))
                    .partitionResult(CATALOGUE)
                    .get(1, TimeUnit.MINUTES)
                    .offset();
        }
    }
}
