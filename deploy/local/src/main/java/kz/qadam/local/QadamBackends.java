package kz.qadam.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL and a real Kafka for {@code @QuarkusTest}. Each start provides an empty database with its own roles
 * and a new broker with the suite's topics, so that no test sees the events of another application; the PostgreSQL
 * server is started once per JVM and ends with it.
 */
public final class QadamBackends implements QuarkusTestResourceLifecycleManager {

    // As system properties, since a test and its resource may be in different class loaders.
    private static final String KAFKA = "qadam.backends.kafka";
    private static final String CONTROLLER = "qadam.backends.kafka.controller";
    private static final String URL = "qadam.backends.database.url";
    private static final String USER = "qadam.backends.database.user";
    private static final String PASSWORD = "qadam.backends.database.password";

    /**
     * Loggers with usual warnings of a new broker. References are kept, since a logger without references loses its
     * level.
     */
    private static final List<Logger> CHATTY = Stream.of(
                    "kafka", "org.apache.kafka.controller", "org.apache.kafka.server", "org.apache.kafka.storage")
            .map(Logger::getLogger)
            .toList();

    private KafkaInProcess kafka;

    @Override
    public Map<String, String> start() {
        CHATTY.forEach(logger -> logger.setLevel(Level.SEVERE));
        var fresh = CompletableFuture.supplyAsync(TestPostgres::freshDatabase);
        try {
            int[] ports = Ports.free(2);
            kafka = KafkaInProcess.start(
                    new KafkaNode(TestHome.ofThisJvm().resolve("kafka-" + System.nanoTime()), ports[0], ports[1]));
            DatabaseRoles roles = fresh.join();
            Database owner = roles.owner();
            System.setProperty(KAFKA, kafka.bootstrap());
            System.setProperty(CONTROLLER, Integer.toString(ports[1]));
            System.setProperty(URL, owner.url());
            System.setProperty(USER, owner.user());
            System.setProperty(PASSWORD, owner.password());
            Map<String, String> settings = new HashMap<>(Map.of(
                    "quarkus.datasource.jdbc.url", owner.url(),
                    "quarkus.datasource.username", roles.service().user(),
                    "quarkus.datasource.password", roles.service().password(),
                    "quarkus.flyway.username", owner.user(),
                    "quarkus.flyway.password", owner.password(),
                    "kafka.bootstrap.servers", kafka.bootstrap(),
                    "quarkus.oidc.public-key", TestHome.issuer().publicKey(),
                    "qadam.vault.keys", TestHome.secrets().vault().toString(),
                    "qadam.imports.keys",
                            TestHome.secrets().files(Service.ENROLMENT).toString(),
                    "qadam.archive.key", TestHome.archiveKey().toString()));
            settings.put(
                    "qadam.platform-accounts.keys",
                    TestHome.secrets().platformAccounts().toString());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (kafka == null) {
            return;
        }
        try {
            kafka.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bootstrap address of the broker that was started last. */
    public static String kafka() {
        return started(KAFKA);
    }

    /** The controller port of the broker that was started last. */
    static int kafkaController() {
        return Integer.parseInt(started(CONTROLLER));
    }

    /** The database that was created last, as its owner: for what the service itself may not do. */
    public static Database database() {
        return new Database(started(URL), started(USER), started(PASSWORD));
    }

    private static String started(String property) {
        return Objects.requireNonNull(System.getProperty(property), "The backends have not been started");
    }
}
