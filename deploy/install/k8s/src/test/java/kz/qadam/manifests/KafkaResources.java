package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kz.qadam.local.KafkaOfTheSuite;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.storage.internals.log.LogConfig;

/** Kafka as the code needs it: the topics and rights of {@code deploy/local}, its version, and copies of everything. */
final class KafkaResources implements Rule {

    /** What {@code deploy/up} says of its node, and a cluster has to say too. */
    private static final List<String> SAME = List.of(
            "auto.create.topics.enable",
            "log.cleanup.policy",
            "log.message.timestamp.type",
            "log.retention.bytes",
            "log.retention.ms");

    @Override
    public Stream<String> faults(Overlay overlay) {
        return overlay.all("Kafka")
                .flatMap(kafka -> Stream.of(
                                ofCluster(kafka),
                                ofCopies(kafka, overlay),
                                ofTopics(overlay),
                                ofUsers(overlay),
                                ofLabels(kafka, overlay))
                        .flatMap(faults -> faults));
    }

    private static Stream<String> ofCluster(Manifest kafka) {
        Set<String> faults = new TreeSet<>();
        JsonNode broker = kafka.at("/spec/kafka");
        Map<String, String> config = Manifest.texts(broker.path("config"));
        config.keySet().stream()
                .filter(name -> !KafkaConfig.configNames().contains(name))
                .forEach(name -> faults.add("there is no setting " + name));
        SAME.stream()
                .filter(name -> !KafkaOfTheSuite.setting(name).equals(config.get(name)))
                .forEach(name -> faults.add(name + " is not " + KafkaOfTheSuite.setting(name)));
        if (!"false".equals(config.get("unclean.leader.election.enable"))) {
            faults.add("a replica that lacks events may become leader");
        }
        String version = broker.path("version").asText();
        if (!version.equals(Versions.KAFKA)) {
            faults.add("version is not " + Versions.KAFKA + ", with which everything is tested");
        }
        if (!version.startsWith(broker.path("metadataVersion").asText().replaceAll("-.*", "") + ".")) {
            faults.add("metadataVersion is not one of version " + version);
        }
        if (!broker.at("/authorization/type").asText().equals("simple")) {
            faults.add("everybody may do everything");
        }
        Manifest.items(broker.path("listeners"))
                .filter(listener -> !listener.path("tls").asBoolean()
                        || !listener.at("/authentication/type").asText().equals("scram-sha-512"))
                .forEach(listener ->
                        faults.add("the listener " + listener.path("name").asText() + " is open"));
        return faults.stream().map(fault -> kafka.id() + ": " + fault);
    }

    /** A trial has one node; elsewhere two of three have everything. */
    private static Stream<String> ofCopies(Manifest kafka, Overlay overlay) {
        int nodes = overlay.all("KafkaNodePool")
                .mapToInt(pool -> pool.at("/spec/replicas").asInt())
                .sum();
        int copies = overlay.name().equals("trial") ? 1 : 3;
        int least = Math.min(2, copies);
        Set<String> faults = new TreeSet<>();
        if (nodes != copies) {
            faults.add(kafka.id() + ": has " + nodes + " nodes instead of " + copies);
        }
        Manifest.texts(kafka.at("/spec/kafka/config")).forEach((name, value) -> {
            boolean isFactor = name.endsWith("replication.factor");
            boolean isLeast = name.endsWith("min.isr") || name.equals("min.insync.replicas");
            if ((isFactor && !value.equals(String.valueOf(copies)))
                    || (isLeast && !value.equals(String.valueOf(least)))) {
                faults.add(kafka.id() + ": " + name + " is not " + (isFactor ? copies : least));
            }
        });
        overlay.all("KafkaTopic").forEach(topic -> {
            if (topic.at("/spec/replicas").asInt() != copies) {
                faults.add(topic.id() + ": has not " + copies + " replicas");
            }
            if (!topic.at("/spec/config").path("min.insync.replicas").asText().equals(String.valueOf(least))) {
                faults.add(topic.id() + ": min.insync.replicas is not " + least);
            }
        });
        overlay.all("KafkaNodePool")
                .flatMap(pool -> Manifest.items(pool.at("/spec/storage/volumes"))
                        .filter(volume -> !volume.path("type").asText().equals("persistent-claim")
                                || volume.path("deleteClaim").asBoolean())
                        .map(volume -> pool.id() + ": its events may be lost with a Pod"))
                .forEach(faults::add);
        return faults.stream();
    }

    private static Stream<String> ofTopics(Overlay overlay) {
        Map<String, Integer> due = KafkaOfTheSuite.topics();
        Map<String, Manifest> topics = new TreeMap<>();
        overlay.all("KafkaTopic")
                .forEach(topic -> topics.put(topic.at("/spec/topicName").asText(topic.name()), topic));
        Set<String> faults = new TreeSet<>();
        due.keySet().stream()
                .filter(name -> !topics.containsKey(name))
                .forEach(name -> faults.add("KafkaTopic/" + name + ": is missing"));
        topics.forEach((name, topic) -> {
            if (!due.containsKey(name)) {
                faults.add(topic.id() + ": the code knows no such topic");
            } else if (topic.at("/spec/partitions").asInt() != due.get(name)) {
                faults.add(topic.id() + ": has not " + due.get(name) + " partitions");
            }
            Map<String, String> config = Manifest.texts(topic.at("/spec/config"));
            config.keySet().stream()
                    .filter(setting -> !LogConfig.configNames().contains(setting))
                    .forEach(setting -> faults.add(topic.id() + ": there is no setting " + setting));
            config.remove("min.insync.replicas");
            if (!config.equals(KafkaOfTheSuite.settingsOf(name))) {
                faults.add(topic.id() + ": its settings are not " + new TreeMap<>(KafkaOfTheSuite.settingsOf(name)));
            }
            if (!Topic.isValid(name)) {
                faults.add(topic.id() + ": is no name of a topic");
            }
        });
        return faults.stream();
    }

    private static Stream<String> ofUsers(Overlay overlay) {
        Set<String> faults = new TreeSet<>();
        Set<String> users = overlay.all("KafkaUser").map(Manifest::name).collect(Collectors.toSet());
        KafkaOfTheSuite.users().stream()
                .filter(user -> !users.contains(user))
                .forEach(user -> faults.add("KafkaUser/" + user + ": is missing"));
        overlay.all("KafkaUser").forEach(user -> {
            Set<String> granted = Manifest.items(user.at("/spec/authorization/acls"))
                    .flatMap(acl -> Manifest.items(acl.path("operations"))
                            .map(operation -> operation.asText() + " "
                                    + acl.at("/resource/type").asText() + " "
                                    + (acl.at("/resource/patternType").asText().equals("prefix") ? "all of " : "")
                                    + acl.at("/resource/name").asText()))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> due = KafkaOfTheSuite.rightsOf(user.name());
            due.stream()
                    .filter(right -> !granted.contains(right))
                    .forEach(right -> faults.add(user.id() + ": may not " + right));
            granted.stream()
                    .filter(right -> !due.contains(right))
                    .forEach(right -> faults.add(user.id() + ": may " + right));
            if (!user.at("/spec/authentication/type").asText().equals("scram-sha-512")) {
                faults.add(user.id() + ": shows no password");
            }
        });
        return faults.stream();
    }

    private static Stream<String> ofLabels(Manifest kafka, Overlay overlay) {
        return overlay.all("KafkaNodePool", "KafkaTopic", "KafkaUser")
                .filter(manifest -> !Manifest.texts(manifest.at("/metadata/labels"))
                        .getOrDefault("strimzi.io/cluster", "")
                        .equals(kafka.name()))
                .map(manifest -> manifest.id() + ": belongs to no Kafka of the overlay");
    }
}
