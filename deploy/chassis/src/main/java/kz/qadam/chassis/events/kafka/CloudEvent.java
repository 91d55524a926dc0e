package kz.qadam.chassis.events.kafka;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * An event according to CloudEvents 1.0, in the binary mode of Kafka: the attributes are headers, the value is the JSON
 * data.
 *
 * @param trace the W3C traceparent of its cause, or null
 */
public record CloudEvent(UUID id, String type, String source, String subject, Instant time, String trace, String data) {

    /**
     * The maximum length of an attribute or key, in bytes: more than any event of the suite needs, and short enough for
     * a database index.
     */
    static final int MOST_BYTES = 500;

    private static final UUID NAMESPACE = UUID.fromString("6f0b6f1e-6f5c-5b52-9d5e-3f7a5f0d9a11");

    /** One for each thread, since a shared one would lock its digest. */
    private static final ThreadLocal<NameBasedGenerator> IDS =
            ThreadLocal.withInitial(() -> Generators.nameBasedGenerator(NAMESPACE));

    /** The id of a version of a subject: it is the same each time the version is sent, by any instance. */
    public static UUID idOf(String type, String subject, long version) {
        return IDS.get().generate(type + "\n" + subject + "\n" + version);
    }

    /**
     * Checks the id.
     *
     * @throws UnreadableEventException if it is not the id of this version of the subject
     */
    public void requireIdOf(long version) {
        if (!id.equals(idOf(type, subject, version))) {
            throw new UnreadableEventException("Its id is not that of its type, subject and version.");
        }
    }

    /** The event as a Kafka record. */
    public ProducerRecord<byte[], byte[]> to(String topic, String key) {
        ProducerRecord<byte[], byte[]> sent =
                new ProducerRecord<>(topic, bytes(key), data.getBytes(StandardCharsets.UTF_8));
        Headers headers = sent.headers();
        headers.add("ce_specversion", bytes("1.0"));
        headers.add("ce_id", bytes(id.toString()));
        headers.add("ce_type", bytes(type));
        headers.add("ce_source", bytes(source));
        headers.add("ce_subject", bytes(subject));
        headers.add("ce_time", bytes(time.toString()));
        headers.add("content-type", bytes("application/json"));
        if (trace != null) {
            headers.add("traceparent", bytes(trace));
        }
        return sent;
    }

    /**
     * Reads an event from a Kafka record.
     *
     * @throws UnreadableEventException if an attribute is missing, too long or invalid
     */
    public static CloudEvent from(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new UnreadableEventException("It has no value.");
        }
        if (record.key() != null && record.key().length > MOST_BYTES) {
            throw new UnreadableEventException("Its key is too long.");
        }
        Headers headers = record.headers();
        try {
            return new CloudEvent(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_type"),
                    required(headers, "ce_source"),
                    required(headers, "ce_subject"),
                    time(required(headers, "ce_time")),
                    trace(headers),
                    new String(record.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEventException("Its header ce_id or ce_time cannot be read.");
        }
    }

    /** Limited to years of four digits, as stored by the database. */
    private static Instant time(String text) {
        if (text.startsWith("+") || text.startsWith("-") || text.startsWith("0000")) {
            throw new UnreadableEventException("Its header ce_time is out of range.");
        }
        return Instant.parse(text);
    }

    private static String required(Headers headers, String name) {
        byte[] value = value(headers, name);
        if (value == null) {
            throw new UnreadableEventException("It has no header " + name + ".");
        }
        if (value.length > MOST_BYTES) {
            throw new UnreadableEventException("Its header " + name + " is too long.");
        }
        String text = new String(value, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableEventException("Its header " + name + " contains a zero character.");
        }
        return text;
    }

    /** An invalid trace is ignored, since nothing depends on it. */
    private static String trace(Headers headers) {
        byte[] value = value(headers, "traceparent");
        return value == null || value.length > MOST_BYTES ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static byte[] value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : header.value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
