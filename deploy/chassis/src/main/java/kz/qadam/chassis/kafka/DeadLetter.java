package kz.qadam.chassis.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What could not be read, as it came, and why. */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record, String reason) {}
