package kz.qadam.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a service may do in Kafka, which refuses everything else: nobody may delete a topic or an event, or change how
 * long events are kept. Who may read or write may also ask what there is.
 */
record KafkaRight(String user, AclOperation operation, ResourceType kind, String name) {

    /** All rights, in {@code kafka-access.csv}. */
    static final List<KafkaRight> ALL = written();

    /** All rights, as Kafka keeps them. */
    static Set<AclBinding> bindings() {
        return ALL.stream().map(KafkaRight::binding).collect(Collectors.toUnmodifiableSet());
    }

    AclBinding binding() {
        return new AclBinding(
                new ResourcePattern(kind, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }

    private static KafkaRight of(String row) {
        List<String> cells = List.of(row.split(",", -1));
        return new KafkaRight(
                cells.get(0),
                AclOperation.fromString(cells.get(1).toUpperCase(Locale.ROOT)),
                ResourceType.fromString(cells.get(2).toUpperCase(Locale.ROOT)),
                cells.get(3));
    }

    private static List<KafkaRight> written() {
        try (var table = KafkaRight.class.getResourceAsStream("kafka-access.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(KafkaRight::of)
                    .toList();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
