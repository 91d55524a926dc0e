package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SendFaultTest {

    static Stream<RuntimeException> ofTheRecord() {
        return Stream.of(new RecordTooLargeException(), new SerializationException());
    }

    static Stream<RuntimeException> ofTheInstance() {
        return Stream.of(
                new SaslAuthenticationException("wrong password"),
                new TopicAuthorizationException("no ACL"),
                new ClusterAuthorizationException("no ACL"),
                new InvalidTimestampException("a clock ahead"),
                new OutOfOrderSequenceException("fatal"),
                new KafkaException("The producer is in an error state"));
    }

    /** That a record of the same batch is invalid says nothing about this one. */
    static Stream<RuntimeException> ofThePartition() {
        return Stream.of(
                new TimeoutException(),
                new NotEnoughReplicasException(),
                new NotLeaderOrFollowerException(),
                new UnknownTopicOrPartitionException(),
                new UnknownServerException(),
                new InvalidRecordException("part of a batch"),
                new IllegalStateException("The database is away"));
    }

    @ParameterizedTest
    @MethodSource("ofTheRecord")
    void only_a_record_that_can_never_be_sent_is_parked(RuntimeException failure) {
        assertThat(SendFault.of(failure)).isEqualTo(SendFault.RECORD);
    }

    @ParameterizedTest
    @MethodSource("ofTheInstance")
    void another_instance_may_do_better_where_clock_access_or_producer_fail(RuntimeException failure) {
        assertThat(SendFault.of(failure)).isEqualTo(SendFault.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("ofThePartition")
    void everything_else_is_waited_for(RuntimeException failure) {
        assertThat(SendFault.of(failure)).isEqualTo(SendFault.PARTITION);
    }
}
