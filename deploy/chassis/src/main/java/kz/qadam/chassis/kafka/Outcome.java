package kz.qadam.chassis.kafka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the messages in one pass of a relay. */
final class Outcome<M> {

    private final List<M> acknowledged = new ArrayList<>();
    private final Map<M, String> parked = new LinkedHashMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private boolean ofInstance;

    void acknowledge(M message) {
        acknowledged.add(message);
    }

    void park(M message, String reason) {
        parked.put(message, reason);
    }

    /** Notes that Kafka did not take it. */
    SendFault failed(M message, Throwable failure) {
        SendFault fault = SendFault.of(failure);
        if (fault == SendFault.RECORD) {
            park(message, failure.getClass().getSimpleName());
        } else {
            failures.merge(describe(failure), 1, Integer::sum);
            ofInstance |= fault == SendFault.INSTANCE;
        }
        return fault;
    }

    /** Its class only: a message may repeat what was sent. */
    static String describe(Throwable failure) {
        Throwable reason = SendFault.of(failure) == SendFault.INSTANCE && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return reason.getClass().getSimpleName();
    }

    List<M> acknowledged() {
        return acknowledged;
    }

    /** With the reasons. */
    Map<M, String> parked() {
        return parked;
    }

    /** How often which failure happened that is not the fault of a record. */
    Map<String, Integer> failures() {
        return failures;
    }

    /** Whether this instance failed, so that another one may do better. */
    boolean isFaultOfInstance() {
        return ofInstance;
    }
}
