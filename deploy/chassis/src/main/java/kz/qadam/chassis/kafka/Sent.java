package kz.qadam.chassis.kafka;

import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** A message that was given to the producer, and what will become of it. */
record Sent<M>(M message, ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> answer) {}
