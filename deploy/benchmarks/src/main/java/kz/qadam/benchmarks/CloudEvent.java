package kz.qadam.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** An event as the services publish it: CloudEvents 1.0 in Kafka's binary mode. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CloudEvent(UUID id, String type, String source, String subject, Instant time, byte[] data) {

    private static final UUID NAMESPACE = UUID.fromString("6f0b6f1e-6f5c-5b52-9d5e-3f7a5f0d9a11");

    /** The id that the services give to an event (a UUID of version 5). */
    static UUID idOf(String type, String subject, long version) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(bytes(type + "\n" + subject + "\n" + version)));
            return new UUID(
                    (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L,
                    (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

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
