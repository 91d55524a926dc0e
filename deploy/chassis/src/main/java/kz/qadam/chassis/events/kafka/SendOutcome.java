package kz.qadam.chassis.events.kafka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.qadam.chassis.events.kafka.RelayQueue.Acknowledged;
import kz.qadam.chassis.events.kafka.RelayQueue.Message;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The outcome of one pass of a relay: messages that were acknowledged, parked or failed. */
final class SendOutcome {

    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Map<Message, String> parked = new LinkedHashMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private boolean ofInstance;

    void acknowledge(Message message, RecordMetadata at) {
        acknowledged.add(new Acknowledged(message, at.partition(), at.offset()));
    }

    void park(Message message, String reason) {
        parked.put(message, reason);
    }

    /** Notes that Kafka did not take it. */
    SendFault failed(Message message, Throwable failure) {
        SendFault fault = SendFault.of(failure);
        if (fault == SendFault.RECORD) {
            park(message, failure.getClass().getSimpleName());
        } else {
            failures.merge(describe(failure), 1, Integer::sum);
            ofInstance |= fault == SendFault.INSTANCE;
        }
        return fault;
    }

    /** Only the class of a failure: its message may repeat the content of the record. */
    static String describe(Throwable failure) {
        Throwable reason = SendFault.of(failure) == SendFault.INSTANCE && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return reason.getClass().getSimpleName();
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** The parked messages, with the reasons. */
    Map<Message, String> parked() {
        return parked;
    }

    /** How often each failure happened, without those that a record caused. */
    Map<String, Integer> failures() {
        return failures;
    }

    /** Whether this instance caused a failure, so that another instance may succeed. */
    boolean isFaultOfInstance() {
        return ofInstance;
    }
}
