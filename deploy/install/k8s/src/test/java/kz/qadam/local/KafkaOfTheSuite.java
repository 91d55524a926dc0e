package kz.qadam.local;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.ResourceType;

/** What {@code deploy/up} makes of Kafka. It is in this package because the launcher shows it to nobody else. */
public final class KafkaOfTheSuite {

    private KafkaOfTheSuite() {}

    /** The number of partitions of each topic. */
    public static Map<String, Integer> topics() {
        return new TreeMap<>(KafkaNode.PARTITIONS);
    }

    /** The settings of a topic that differ from the node's. */
    public static Map<String, String> settingsOf(String topic) {
        return KafkaNode.OF_STATES.contains(topic) ? KafkaNode.COMPACTED : Map.of();
    }

    /** A setting of the node. */
    public static String setting(String name) {
        return new KafkaNode(Path.of("unused"), 1, 2).settings().getProperty(name);
    }

    /** What a user may do: operation, kind and name, such as {@code Write topic qadam.archive}. */
    public static Set<String> rightsOf(String user) {
        return KafkaRight.ALL.stream()
                .filter(right -> right.user().equals(user))
                .map(right -> capitalised(right.operation().name()) + " " + kind(right.kind()) + " " + right.name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who has rights. */
    public static Set<String> users() {
        return KafkaRight.ALL.stream().map(KafkaRight::user).collect(Collectors.toUnmodifiableSet());
    }

    private static String kind(ResourceType kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String capitalised(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
