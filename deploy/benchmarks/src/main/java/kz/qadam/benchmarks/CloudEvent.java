package kz.qadam.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** An event as the services publish it: CloudEvents 1.0 in Kafka's binary mode. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CloudEvent(UUID id, String type, String source, String subject, Instant time, byte[] data) {

    ProducerRecord<byte[], byte[]> to(String topic, String key) {
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(topic, bytes(key), data);
        Headers headers = sent.headers();
        headers.add("ce_specversion", bytes("1.0"));
        headers.add("ce_id", bytes(id.toString()));
        headers.add("ce_type", bytes(type));
        headers.add("ce_source", bytes(source));
        headers.add("ce_subject", bytes(subject));
        headers.add("ce_time", bytes(time.toString()));
        headers.add("content-type", bytes("application/json"));
        return sent;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
