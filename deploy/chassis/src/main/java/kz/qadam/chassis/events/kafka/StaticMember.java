package kz.qadam.chassis.events.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** A name in a group of consumers, which one consumer has at a time. */
record StaticMember(String group, Optional<String> name) {

    private static final Logger LOG = Logger.getLogger(StaticMember.class);

    static StaticMember of(ConsumerGroupMetadata metadata) {
        return new StaticMember(metadata.groupId(), metadata.groupInstanceId());
    }

    /** Whether a consumer of the group has the name; also true if Kafka does not say. */
    boolean isPresent(Map<String, Object> kafka) {
        try (Admin admin = Admin.create(kafka)) {
            return admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get().members().stream()
                    .anyMatch(member -> member.groupInstanceId().equals(name));
        } catch (ExecutionException | KafkaException e) {
            LOG.warn("Kafka does not say who is in the group", e);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
