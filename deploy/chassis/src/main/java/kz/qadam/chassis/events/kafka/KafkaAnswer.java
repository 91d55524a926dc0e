package kz.qadam.chassis.events.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** What Kafka answers to a question that cannot be put off. */
final class KafkaAnswer {

    private static final int WITHIN_SECONDS = 30;

    private KafkaAnswer() {}

    /**
     * Waits for an answer.
     *
     * @throws IllegalStateException if there is none within half a minute
     */
    static <T> T of(KafkaFuture<T> asked, String what) {
        try {
            return asked.get(WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
