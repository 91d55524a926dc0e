package kz.qadam.chassis.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What could not be taken in, as it came, and why.
 *
 * @param contradiction whether it says something else than an earlier event with the same id
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record, String reason, boolean contradiction) {

    public DeadLetter(ConsumerRecord<byte[], byte[]> record, UnreadableEvent reason) {
        this(record, reason.getMessage(), reason instanceof ContradictingEvent);
    }

    /** Only its place and the reason: nothing of what it holds can hinder that it is kept. */
    DeadLetter withoutContent() {
        return new DeadLetter(
                new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), null, null),
                reason,
                contradiction);
    }
}
