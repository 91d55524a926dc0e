package kz.qadam.chassis.events.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;

/** What Kafka answers to a question that cannot be put off. */
final class KafkaAdminAnswer {

    private static final int WITHIN_SECONDS = 30;

    private KafkaAdminAnswer() {}

    /** The id of each of these topics: it differs if a topic of the same name was created again, or in another cluster. */
    static Map<String, String> topicIds(Map<String, Object> settings, Collection<String> topics) {
        try (Admin admin = Admin.create(settings)) {
            return of(admin.describeTopics(topics).allTopicNames(), "which topics it has").entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, one -> one.getValue().topicId().toString()));
        }
    }

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
