package kz.qadam.chassis.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** Asks Kafka for the ids of topics: a topic that was created again under the same name has another id. */
final class TopicIds {

    private final Map<String, Object> kafka;

    TopicIds(Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    Map<String, Offsets.Place> places(Collection<String> names) {
        try (Admin admin = Admin.create(kafka)) {
            String cluster = admin.describeCluster().clusterId().get(30, TimeUnit.SECONDS);
            return admin.describeTopics(names).allTopicNames().get(30, TimeUnit.SECONDS).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            topic -> new Offsets.Place(
                                    cluster, topic.getValue().topicId().toString())));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer which topics it has", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
