package kz.qadam.chassis.events.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event that could not be taken in, as it was received, with the reason.
 *
 * @param contradiction whether its content differs from an earlier event with the same id
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record, String reason, boolean contradiction) {

    public DeadLetter(ConsumerRecord<byte[], byte[]> record, UnreadableEventException reason) {
        this(record, reason.getMessage(), reason instanceof ContradictingEventException);
    }

    /** Only its position and the reason: without the content, storing it cannot fail. */
    DeadLetter withoutContent() {
        return new DeadLetter(
                new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), null, null),
                reason,
                contradiction);
    }
}
