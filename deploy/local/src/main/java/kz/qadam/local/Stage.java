package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * PostgreSQL and Kafka, together with single services or other programs that are examined alone, with their own
 * settings. A process that dies is not started again.
 */
public final class Stage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TO_BE_READY = Duration.ofMinutes(10);

    /** A running program. */
    public final class Running {

        private final ChildProcess child;

        private Running(ChildProcess child) {
            this.child = child;
        }

        public long pid() {
            return child.pid();
        }

        public boolean isAlive() {
            return child.isAlive();
        }

        /** Stops it cleanly. */
        public void stop() {
            child.stop("TERM", PATIENCE);
            running.remove(this);
        }
    }

    private final SuiteConfig config;
    private final Installation files;
    private final Postgres database;
    private final KafkaNode broker;
    private final Launches launches;
    private final List<Running> running = new ArrayList<>();
    private InstallationLock lock;
    private ChildProcess postgres;
    private ChildProcess kafka;

    private Stage(SuiteConfig config) throws IOException {
        this.config = config;
        this.files = new Installation(config.data());
        this.database = files.postgres(config.ports());
        this.broker = files.kafka(config.ports());
        this.launches = new Launches(config.repository(), files, config.ports(), config.purpose());
    }

    /** Starts PostgreSQL and Kafka on these data, as durable as in production. */
    public static Stage open(SuiteConfig config) throws IOException {
        var stage = new Stage(config);
        try {
            stage.begin();
            return stage;
        } catch (IOException e) {
            stage.close();
            throw e;
        }
    }

    private void begin() throws IOException {
        launches.requirePackaged();
        lock = InstallationLock.on(files.lockFile(), config.ports());
        new ProcessLedger(files.ledger()).clear();
        config.ports().requireFree();
        launches.makeSecrets();
        postgres = ready("postgres", launches.postgres(), database::answers);
        database.changeSharedPassword();
        kafka = ready("kafka", launches.kafka(), broker::answers);
        broker.prepare();
    }

    /**
     * Starts a service, and returns when it is ready.
     *
     * @param settings additional environment variables
     * @param options additional options of its JVM
     */
    public Running start(Service service, Map<String, String> settings, List<String> options) throws IOException {
        ChildProcess child = launches.service(service, settings, options);
        return noted(ready(service.module(), child, () -> HealthProbe.isReady(config.ports(), service)));
    }

    /** Starts another program, and returns when it is ready. */
    public Running start(String name, List<String> command, Map<String, String> environment, BooleanSupplier ready)
            throws IOException {
        return noted(ready(name, ChildProcess.start(command, environment, files.log(name), "KILL"), ready));
    }

    /** Starts a second reporting-service process that rebuilds the figures from its event log and ends by itself. */
    public Running rebuild() throws IOException {
        return noted(launches.rebuild());
    }

    /** The address of a service. */
    public URI uri(Service service) {
        return config.ports().uri(service);
    }

    /** A service's own database, as its owner; it exists before the service starts. */
    public Database database(Service service) throws IOException {
        return database.roles(service.code()).owner();
    }

    /**
     * Empties a service's database; it is migrated again when the service starts. What the services know of each other's
     * sealed segments goes, too: a database that lacks segments is taken for a backup, and not used.
     */
    public Database freshDatabase(Service service) throws IOException {
        try (var connection = administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + service.code() + " with (force)");
        } catch (SQLException e) {
            throw new IOException("Cannot drop the database of " + service.module(), e);
        }
        emptyTopics(Set.of(KafkaNode.ARCHIVE));
        return database(service);
    }

    /** The database as superuser, for example to request a checkpoint. */
    public Database administrator() throws IOException {
        return database.superuser("postgres");
    }

    /** Kafka's bootstrap address. */
    public String kafka() {
        return broker.bootstrap();
    }

    /** Creates the suite's topics again, without events. */
    public void emptyTopics() throws IOException {
        emptyTopics(KafkaNode.PARTITIONS.keySet());
    }

    private void emptyTopics(Set<String> topics) throws IOException {
        broker.deleteTopics(topics);
        broker.prepareTopics();
    }

    /** The server process that starts all others of PostgreSQL. */
    public long postmaster() {
        return postgres.pid();
    }

    public long brokerPid() {
        return kafka.pid();
    }

    /** A bearer token, valid for 12 hours. */
    public String token(String role, String institution) throws IOException {
        return files.secrets().issuer().token(Bearer.of(role, institution), Clock.systemUTC());
    }

    /** Stops all running programs except PostgreSQL and Kafka. */
    public void clear() {
        List.copyOf(running).forEach(Running::stop);
    }

    /** Stops all running programs, then Kafka, then PostgreSQL. */
    @Override
    public void close() throws IOException {
        clear();
        if (kafka != null) {
            kafka.stop("TERM", PATIENCE);
        }
        if (postgres != null) {
            postgres.stop("INT", PATIENCE);
        }
        if (lock != null) {
            lock.close();
        }
    }

    private Running noted(ChildProcess child) {
        var program = new Running(child);
        running.add(program);
        return program;
    }

    private ChildProcess ready(String name, ChildProcess child, BooleanSupplier ready) throws IOException {
        if (!Patience.until(ready, child::isAlive, TO_BE_READY)) {
            child.kill();
            Path log = files.log(name);
            throw new CannotStart("%s did not start, see %s".formatted(name, log));
        }
        return child;
    }
}
