package kz.qadam.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The events that Kafka keeps, and who may write to it. */
record Kafka(String bootstrap) {

    /** Every topic, of whomever. */
    Set<String> topics() {
        try (var consumer = consumer()) {
            return consumer.listTopics().keySet();
        }
    }

    /** Everything that now stands in a topic. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
            }
        }
        return all;
    }

    /** The first place of each event of a topic, partition and offset, by its id: an event may be sent more than once. */
    Map<String, String> places(String topic) {
        return records(topic).stream()
                .filter(record -> record.headers().lastHeader("ce_id") != null)
                .collect(Collectors.toMap(
                        record ->
                                new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8),
                        record -> record.partition() + "/" + record.offset(),
                        (first, again) -> first));
    }

    /** Where each partition of a topic ends; a partition such as {@code topic-0}. */
    Map<String, Long> ends(String topic) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
        }
    }

    /** Delivers it once more, byte for byte with its key and its headers, to the same partition. */
    void redeliver(List<ConsumerRecord<byte[], byte[]>> records) {
        send(records.stream()
                .map(record -> new ProducerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        record.headers()))
                .toList());
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            records.stream().map(producer::send).toList().forEach(Kafka::awaitAcknowledgement);
        }
    }

    private static void awaitAcknowledgement(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take an event", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
