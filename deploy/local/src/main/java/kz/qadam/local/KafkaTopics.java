package kz.qadam.local;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** The suite's topics on a single broker. */
final class KafkaTopics {

    /**
     * A single broker has no copy of an event elsewhere, and services keep what it has acknowledged for some days: so it
     * writes each event to the disk before it acknowledges it. It is not a default of the broker, which would hold for Kafka's own
     * topics too.
     */
    private static final Map<String, String> DURABLE = Map.of("flush.messages", "1");

    private KafkaTopics() {}

    static Map<String, String> configOf(String topic) {
        Map<String, String> config = new HashMap<>(DURABLE);
        config.putAll(KafkaNode.OF_STATES.contains(topic) ? KafkaNode.COMPACTED : Map.of());
        return config;
    }

    /** The topics with their partitions and their configuration: {@code name:partitions:key=value,…}, with blanks between. */
    static String asText() {
        return new TreeMap<>(KafkaNode.PARTITIONS)
                .entrySet().stream()
                        .map(topic -> topic.getKey() + ":" + topic.getValue() + ":" + configAsText(topic.getKey()))
                        .collect(Collectors.joining(" "));
    }

    private static String configAsText(String topic) {
        return new TreeMap<>(configOf(topic))
                .entrySet().stream().map(Object::toString).collect(Collectors.joining(","));
    }

    /** Creates the missing topics, and gives those of an earlier version the configuration of this one. */
    static void prepare(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> missing = KafkaNode.PARTITIONS.entrySet().stream()
                .filter(topic -> !present.contains(topic.getKey()))
                .map(topic ->
                        new NewTopic(topic.getKey(), topic.getValue(), (short) 1).configs(configOf(topic.getKey())))
                .toList();
        admin.createTopics(missing).all().get();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = KafkaNode.PARTITIONS.keySet().stream()
                .filter(present::contains)
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic), KafkaTopics::changes));
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static Collection<AlterConfigOp> changes(String topic) {
        return configOf(topic).entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }
}
