package kz.qadam.chassis.events.kafka;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** The cause of a failed send. */
enum SendFault {
    /** The record can never be sent as it is. */
    RECORD,
    /**
     * This instance: its clock, its access or its producer. Another instance may be able to send, and this one needs a
     * new producer.
     */
    INSTANCE,
    /** The partition or its brokers: the failure is temporary, or an operator repairs it. */
    PARTITION;

    static SendFault of(Throwable failure) {
        if (failure instanceof RecordTooLargeException || failure instanceof SerializationException) {
            return RECORD;
        }
        if (failure instanceof AuthenticationException
                || failure instanceof AuthorizationException
                || failure instanceof InvalidTimestampException
                || failure instanceof OutOfOrderSequenceException
                || failure instanceof ProducerFencedException
                || failure instanceof UnsupportedVersionException) {
            return INSTANCE;
        }
        // A producer that has failed for good throws exactly this class, with the reason as its cause.
        return failure instanceof KafkaException && !(failure instanceof ApiException) ? INSTANCE : PARTITION;
    }
}
