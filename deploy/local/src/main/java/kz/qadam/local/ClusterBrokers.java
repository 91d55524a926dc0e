package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/**
 * {@code deploy/install/cluster}: the three brokers, which are controllers too. Each has an address of its own for the
 * services (SASL_SSL), and ports on the loopback address for the others and the administrator (mutual TLS).
 */
final class ClusterBrokers {

    private static final int COUNT = 3;
    private static final int ADMINISTRATION = 29_100;
    private static final int CONTROLLER = 29_200;
    private static final Duration TO_BE_WHOLE = Duration.ofMinutes(5);
    private static final Map<String, String> REPLICATED = Map.of("min.insync.replicas", "2");

    private final Path directory;

    private ClusterBrokers(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** {@code format DIRECTORY}, {@code prepare DIRECTORY}, {@code leader DIRECTORY TOPIC} or {@code await DIRECTORY}. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Logger.getLogger("").setLevel(Level.OFF);
        var brokers = new ClusterBrokers(Path.of(arguments[2]));
        switch (arguments[1]) {
            case "format" -> brokers.format();
            case "prepare" -> brokers.prepare();
            case "leader" -> System.out.println(brokers.leaderOf(arguments[3]));
            case "await" -> brokers.await();
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    private void format() throws IOException {
        String cluster = Uuid.randomUuid().toString();
        for (int id = 1; id <= COUNT; id++) {
            node(id).format(id, cluster);
            try (var out = Files.newBufferedWriter(directory.resolve("kafka-%d.properties".formatted(id)))) {
                settings(id).store(out, null);
            }
        }
    }

    /** Creates the topics, and gives the services their passwords and rights. */
    private void prepare() throws IOException, InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(administrator())) {
            while (admin.describeCluster().nodes().get().size() < COUNT) {
                Thread.sleep(500);
            }
            List<NewTopic> topics = KafkaNode.PARTITIONS.entrySet().stream()
                    .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) COUNT)
                            .configs(KafkaNode.OF_STATES.contains(topic.getKey()) ? KafkaNode.COMPACTED : Map.of()))
                    .toList();
            admin.createTopics(topics).all().get();
            access().grant(admin);
        }
    }

    private int leaderOf(String topic) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(administrator())) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .get(0)
                    .leader()
                    .id();
        }
    }

    /** Waits until each partition has all its copies in step, and prints how long that took. */
    private void await() throws IOException {
        long began = System.nanoTime();
        try (Admin admin = Admin.create(administrator())) {
            if (!Patience.until(() -> isWhole(admin), () -> true, TO_BE_WHOLE)) {
                throw new IOException("Copies of partitions are missing after " + TO_BE_WHOLE);
            }
        }
        System.out.printf("%5.0f s  all copies of all partitions are in step%n", (System.nanoTime() - began) / 1e9);
    }

    private static boolean isWhole(Admin admin) {
        try {
            Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.isr().size() == COUNT && partition.leader() != null);
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the launcher's threads", e);
        }
    }

    private KafkaAccess access() {
        return new KafkaAccess(
                new Certificates(directory.resolve("tls")),
                new InstallationSecrets(directory.resolve("keys/kafka")),
                ADMINISTRATION,
                true);
    }

    private KafkaNode node(int id) {
        return new KafkaNode(
                directory.resolve("kafka-" + id), ADMINISTRATION + id, CONTROLLER + id, Optional.of(access()));
    }

    private Properties settings(int id) {
        Properties settings = node(id).settings();
        String internal = "INTERNAL://127.0.0.1:" + (ADMINISTRATION + id);
        settings.putAll(REPLICATED);
        settings.putAll(Map.of(
                "node.id",
                Integer.toString(id),
                "controller.quorum.voters",
                each("%1$d@127.0.0.1:%3$d"),
                "listeners",
                "SERVICES://10.213.77.1%1$d:9094,%2$s,CONTROLLER://127.0.0.1:%3$d"
                        .formatted(id, internal, CONTROLLER + id),
                "advertised.listeners",
                "SERVICES://qadam-kafka-%d:9094,%s".formatted(id, internal),
                "default.replication.factor",
                "3",
                "unclean.leader.election.enable",
                "false",
                "offsets.topic.replication.factor",
                "3",
                "broker.session.timeout.ms",
                "9000"));
        settings.putAll(Map.of(
                "transaction.state.log.replication.factor", "3",
                "transaction.state.log.min.isr", "2",
                "share.coordinator.state.topic.replication.factor", "3",
                "share.coordinator.state.topic.min.isr", "2"));
        return settings;
    }

    private Map<String, Object> administrator() {
        Map<String, Object> settings = new HashMap<>(access().settingsOfLauncher());
        settings.put("bootstrap.servers", each("127.0.0.1:%2$d"));
        return settings;
    }

    private static String each(String format) {
        return IntStream.rangeClosed(1, COUNT)
                .mapToObj(id -> format.formatted(id, ADMINISTRATION + id, CONTROLLER + id))
                .collect(Collectors.joining(","));
    }
}
