package kz.qadam.chassis.kafka;

import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** A message that was given to the producer, with the future answer. */
record SentMessage<M>(M message, ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> answer) {}
