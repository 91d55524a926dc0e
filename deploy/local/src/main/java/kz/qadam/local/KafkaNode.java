package kz.qadam.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node on 127.0.0.1, which is both broker and controller, with the topics of the suite.
 *
 * @param access empty if everybody on this machine may do everything
 */
record KafkaNode(Path directory, int port, int controllerPort, Optional<KafkaAccess> access) {

    private static final String KEYS = "qadam.keys";
    static final String ARCHIVE = "qadam.archive";

    static final Map<String, Integer> PARTITIONS = Map.of(
            "qadam.catalogue",
            1,
            "qadam.enrolments",
            6,
            "qadam.completions",
            6,
            "qadam.dead-letters",
            1,
            KEYS,
            1,
            ARCHIVE,
            1);

    static final Set<String> OF_STATES = Set.of(KEYS, ARCHIVE);

    /**
     * Of keys and sealed segments the newest state is enough, and each instance reads these topics from their beginning
     * at each start. Only former segments are compacted.
     */
    static final Map<String, String> COMPACTED = Map.of(
            "cleanup.policy",
            "compact",
            "segment.ms",
            Long.toString(Duration.ofHours(6).toMillis()));

    KafkaNode(Path directory, int port, int controllerPort) {
        this(directory, port, controllerPort, Optional.empty());
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    Properties settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://" + bootstrap() + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + bootstrap());
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", directory.toAbsolutePath().toString());
        // All events are kept forever (but for those of compacted topics), so that every service can be rebuilt from
        // them.
        settings.put("log.retention.ms", "-1");
        settings.put("log.retention.bytes", "-1");
        settings.put("log.cleanup.policy", "delete");
        // Timestamps come from the broker's clock, so that a wrong clock of a service cannot make its events refused or
        // look old.
        settings.put("log.message.timestamp.type", "LogAppendTime");
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "5");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "5");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // After a kill -9 the broker can register again only when its old session has expired.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
        access.ifPresent(known -> settings.putAll(known.nodeSettings(port, controllerPort)));
        var properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    /** Formats the directory for Kafka, unless it is already formatted. */
    void format() throws IOException {
        format(1, Uuid.randomUuid().toString());
    }

    void format(int id, String cluster) throws IOException {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Trees.create(directory);
        try {
            new Formatter()
                    .setClusterId(cluster)
                    .setNodeId(id)
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(directory.toAbsolutePath().toString())
                    .setMetadataLogDirectory(directory.toAbsolutePath().toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
            // Kafka does not, and starts no more without one of these files.
            Trees.flushAll(directory);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Cannot format " + directory + " for Kafka", e);
        }
    }

    boolean answers() {
        if (!LoopbackPort.isOpen(port)) {
            return false;
        }
        try (var admin = admin()) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives a node that answers the features, topics and rights that this version of the suite needs. */
    void prepare() throws IOException {
        administer("raise the features of Kafka", KafkaFeatures::raise);
        prepareTopics();
        grantRights();
    }

    /** Creates the missing topics, and gives all their configuration. */
    void prepareTopics() throws IOException {
        administer("prepare the topics", KafkaTopics::prepare);
    }

    /** Gives the services their passwords and rights, if anybody needs some. */
    void grantRights() throws IOException {
        if (access.isPresent()) {
            administer("grant the rights of the services", access.get()::grant);
        }
    }

    /** The settings of a service's clients. */
    Map<String, String> settingsOf(Service service) throws IOException {
        Map<String, String> settings = new HashMap<>();
        if (access.isPresent()) {
            settings.putAll(access.get().settingsOf(service));
        }
        settings.put("bootstrap.servers", bootstrap());
        return settings;
    }

    /** The environment variable by which a service gets a setting of its Kafka clients. */
    static String variable(String setting) {
        return "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** Deletes topics with all their events. */
    void deleteTopics(Set<String> topics) throws IOException {
        administer(
                "delete the topics", admin -> admin.deleteTopics(topics).all().get());
    }

    void administer(String aim, Administration work) throws IOException {
        try (var admin = admin()) {
            work.with(admin);
        } catch (ExecutionException e) {
            throw new IOException("Cannot " + aim, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted, cannot " + aim, e);
        }
    }

    /** The settings of the launcher's clients, which may do everything. */
    Map<String, Object> settingsOfLauncher() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap());
        access.ifPresent(known -> settings.putAll(known.settingsOfLauncher()));
        return settings;
    }

    private Admin admin() {
        Map<String, Object> settings = settingsOfLauncher();
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("request.timeout.ms", 3_000);
        return Admin.create(settings);
    }

    @FunctionalInterface
    interface Administration {
        void with(Admin admin) throws IOException, ExecutionException, InterruptedException;
    }
}
