package kz.qadam.chassis.events.kafka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import kz.qadam.chassis.events.kafka.RelayQueue.Message;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The records sent to one partition that are not settled yet. */
final class PartitionSends {

    /** A message that was given to the producer, with the future answer. */
    private record Sent(Message message, ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> answer) {}

    private final Deque<Sent> inFlight = new ArrayDeque<>();
    private Sent refused;
    private long tryAgainAt;

    void add(Message message, ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> answer) {
        inFlight.add(new Sent(message, record, answer));
    }

    /** Waits until all records are answered, but not beyond this {@link System#nanoTime}. */
    void await(long deadline) throws InterruptedException {
        for (Sent sent : inFlight) {
            if (!isAnswered(sent, deadline - System.nanoTime())) {
                return;
            }
        }
    }

    private static boolean isAnswered(Sent sent, long patienceNanos) throws InterruptedException {
        try {
            sent.answer().get(Math.max(0, patienceNanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            // The answer is evaluated when all of them are settled.
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /**
     * Evaluates the answers so far.
     *
     * @return whether the partition takes more: nothing is in flight, and nothing was refused
     */
    boolean settle(SendOutcome outcome, long retryAfterNanos) throws InterruptedException {
        List<Sent> unanswered = new ArrayList<>();
        for (Sent sent : inFlight) {
            if (sent.answer().isDone()) {
                settle(sent, outcome, retryAfterNanos);
            } else {
                unanswered.add(sent);
            }
        }
        inFlight.clear();
        inFlight.addAll(unanswered);
        return inFlight.isEmpty() && refused == null;
    }

    private void settle(Sent sent, SendOutcome outcome, long retryAfterNanos) throws InterruptedException {
        try {
            outcome.acknowledge(sent.message(), sent.answer().get());
        } catch (ExecutionException e) {
            SendFault fault = outcome.failed(sent.message(), e.getCause());
            if (fault != SendFault.RECORD && refused == null) {
                refused = sent;
                tryAgainAt = System.nanoTime() + retryAfterNanos;
            }
        }
    }

    /** Sends the first refused record again when its pause is over: the others follow when it is acknowledged. */
    void tryAgain(Function<ProducerRecord<byte[], byte[]>, Future<RecordMetadata>> send) {
        if (inFlight.isEmpty() && refused != null && System.nanoTime() - tryAgainAt >= 0) {
            add(refused.message(), refused.record(), send.apply(refused.record()));
            refused = null;
        }
    }
}
