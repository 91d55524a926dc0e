package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL, Kafka, the three packaged services with the front that has one address for them and, if its ports say so,
 * Keycloak on 127.0.0.1, each a process of its own; if its ports say so, they speak TLS. A process that dies unexpectedly is
 * started again; committed data survive any end, also until the next start on the same data.
 */
public final class Suite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TO_LEARN = Duration.ofMinutes(2);

    private final SuiteConfig config;
    private final Installation files;
    private final Postgres database;
    private final KafkaNode broker;
    private final Launches launches;
    private final SuiteProcesses parts;
    private final SuiteProcess postgres;
    private final SuiteProcess kafka;
    private final Map<Service, SuiteProcess> services = new EnumMap<>(Service.class);
    private final SuiteProcess front;
    private final Optional<SuiteProcess> keycloak;
    private final StartLearning learning;
    private InstallationLock lock;

    Suite(SuiteConfig config) throws IOException {
        this.config = config;
        this.files = new Installation(config.data());
        this.database = files.postgres(config.ports());
        this.broker = files.kafka(config.ports());
        this.launches = new Launches(config.repository(), files, config.ports(), config.purpose());
        this.parts = new SuiteProcesses(files, config.news());
        this.learning = new StartLearning(launches);
        this.postgres = parts.add("postgres", launches::postgres, database::answers, database.patience());
        this.kafka = parts.add("kafka", launches::kafka, broker::answers);
        for (Service service : Service.values()) {
            services.put(service, parts.add(service.module(), () -> launches.service(service), () -> isReady(service)));
        }
        this.front = parts.add(
                "front",
                launches::front,
                () -> LoopbackPort.isOpen(config.ports().front()));
        Keycloak provider = files.keycloak(config.repository(), config.ports());
        this.keycloak = config.ports().hasKeycloak()
                ? Optional.of(parts.add("keycloak", launches::keycloak, provider::answers))
                : Optional.empty();
    }

    /** Starts all parts, and returns when every part is ready. */
    public static Suite start(SuiteConfig config) throws IOException {
        var suite = new Suite(config);
        try {
            suite.begin();
            return suite;
        } catch (IOException e) {
            suite.close();
            throw e;
        }
    }

    void begin() throws IOException {
        beginBackends();
        parts.start(
                Stream.concat(servicesAndKeycloak().stream(), Stream.of(front)).toList());
        learning.begin();
    }

    void beginBackends() throws IOException {
        launches.requirePackaged();
        lock = InstallationLock.on(files.lockFile(), config.ports());
        new ProcessLedger(files.ledger()).clear();
        config.ports().requireFree();
        files.turnOver(parts.names());
        files.turnOver(List.of(StartLearning.NAME));
        launches.makeSecrets();
        parts.start(List.of(postgres, kafka));
        database.changeSharedPassword();
        broker.prepare();
    }

    /** Runs a service once, so that its JVM can learn to start it quickly, and stops it again. */
    void train(Service service) throws IOException {
        if (ran(service, launches.trainee(service))) {
            launches.startCache(service).keep();
        }
    }

    /** The same with the image of a service. */
    void trainImage(Service service, UntrainedImage image) throws IOException {
        if (!ran(service, launches.trainee(service, image))) {
            throw new CannotStart(
                    "The training of %s failed, see %s".formatted(service.module(), files.log(service.module())));
        }
    }

    /** Whether the service became ready, and stopped cleanly. */
    private boolean ran(Service service, ChildProcess trainee) {
        boolean ready = Patience.until(() -> isReady(service), trainee::isAlive, TO_LEARN);
        boolean stopped = trainee.stop("TERM", TO_LEARN);
        if (ready && stopped) {
            config.news().accept("%-18s has learned to start quickly".formatted(service.module()));
        }
        return ready && stopped;
    }

    /** The server process of PostgreSQL; another is started as soon as it ends. */
    public long postmaster() {
        return postgres.pid();
    }

    public boolean databaseAnswers() {
        return database.answers();
    }

    /** The one address of all services. */
    public URI front() {
        return config.ports().frontUri();
    }

    /** The process of the front; another is started as soon as it ends. */
    public long pidOfFront() {
        return front.pid();
    }

    /** The address of a service. */
    public URI uri(Service service) {
        return config.ports().uri(service);
    }

    /** The address of a service's health and metrics. */
    public URI management(Service service) {
        return config.ports().management(service);
    }

    /** Whether a service is ready and reachable. */
    public boolean isReady(Service service) {
        return HealthProbe.isReady(config.ports(), service);
    }

    /** Kafka's bootstrap address. */
    public String kafka() {
        return broker.bootstrap();
    }

    /** A service's own database, as its owner. */
    public Database database(Service service) throws IOException {
        return launches.owner(service);
    }

    /** A bearer token, valid for 12 hours unless it is of Keycloak; a {@code partner} needs {@link #token(String, String)}. */
    public String token(String role) throws IOException {
        return token(Bearer.of(role));
    }

    /** The same for a partner of this institution, or for a viewer or auditor who sees only this region. */
    public String token(String role, String code) throws IOException {
        return token(Bearer.of(role, code));
    }

    /** Tokens that a service refuses, or that carry less than usual ones: for tests. */
    public UnusualTokens unusualTokens() throws IOException {
        return new UnusualTokens(files.secrets().issuer());
    }

    /** The current process of a service; if it is killed, the suite starts it again. */
    public long pid(Service service) {
        return services.get(service).pid();
    }

    /** Kills a service ({@code kill -9}) and does not restart it. */
    public void kill(Service service) {
        services.get(service).kill();
    }

    /** Kills all parts at once ({@code kill -9}), as a power failure does, and starts none again. */
    void killAll() throws IOException {
        parts.close();
        learning.close();
        parts.kill();
        lock.close();
    }

    /** Stops a service if it runs, starts it, and returns when it is ready. */
    public void restart(Service service) throws IOException {
        SuiteProcess part = services.get(service);
        part.stop("TERM", PATIENCE);
        parts.start(List.of(part));
    }

    /**
     * Starts one more instance of a service, and returns when it is ready. Its caller stops it.
     *
     * @param number unique among the instances of the service; the suite itself starts number 0
     */
    public ServiceInstance startInstance(Service service, int number) throws IOException {
        return startInstance(service, number, config.repository());
    }

    /** The same from another source tree, in which the service is packaged. */
    ServiceInstance startInstance(Service service, int number, Path repository) throws IOException {
        int[] free = Ports.free(2);
        Ports ports = config.ports().with(service, free[0], free[1]);
        var instance = new ServiceInstance(
                service,
                number,
                ports,
                new Launches(repository, files, ports, config.purpose()).instance(service, number));
        instance.awaitReady();
        return instance;
    }

    /** Begins a backup of all databases in an empty directory. */
    public EarlierDatabases backUpDatabases(Path home) throws IOException {
        return EarlierDatabases.backUp(database, home);
    }

    /** A service goes on with an earlier database, while everything else goes on; returns when it is ready. */
    public void setBack(Service service, EarlierDatabases earlier) throws IOException {
        services.get(service).kill();
        launches.move(service, earlier.server());
        parts.start(List.of(services.get(service)));
    }

    /** As {@code deploy/bin/restored} does for a service: returns its exit code. */
    public int restored(Service service) throws IOException {
        files.turnOver(List.of(RestoredCommand.NAME));
        return Patience.exitCode(launches.restore(service, false).process());
    }

    /** What the last of these has said. */
    List<String> saidByRestored() throws IOException {
        return RestoredCommand.said(files.log(RestoredCommand.NAME));
    }

    /** Starts a service that does not run, with other settings, and stops it again; returns whether it became ready. */
    public boolean becomesReady(Service service, Map<String, String> settings) throws IOException {
        ChildProcess child = launches.service(service, settings, List.of());
        boolean ready = Patience.until(() -> isReady(service), child::isAlive, TO_LEARN);
        child.stop("TERM", PATIENCE);
        return ready;
    }

    /** The certificates of the parts, if these speak TLS. */
    public Optional<Certificates> certificates() {
        return files.tls(config.ports()).map(Tls::certificates);
    }

    /** The settings with which a service's clients reach Kafka. */
    public Map<String, String> kafkaSettings(Service service) throws IOException {
        return broker.settingsOf(service);
    }

    /** The address of Keycloak's realm, if the suite has Keycloak. */
    public Optional<URI> provider() {
        return keycloak.map(part -> config.ports().provider());
    }

    /** A file with all secrets of Keycloak, each after the name of its placeholder in the realm file. */
    public Path fileOfKeycloakSecrets() {
        return files.secrets().keycloakFile();
    }

    /** Stops Keycloak. */
    public void stopKeycloak() {
        keycloak.orElseThrow().stop("TERM", PATIENCE);
    }

    /** Starts Keycloak again, and returns when it is ready. */
    public void startKeycloak() throws IOException {
        parts.start(List.of(keycloak.orElseThrow()));
    }

    /** Kills Kafka, and does not start it again. */
    public void killKafka() {
        kafka.kill();
    }

    /** Cuts the end off a partition of the stopped Kafka, as a power failure may; such as {@code topic-0}. */
    public void lose(String partition, long from) throws IOException {
        CutLog.cut(broker.directory(), partition, from);
    }

    /** Starts Kafka again, and returns when it is ready. */
    public void startKafka() throws IOException {
        parts.start(List.of(kafka));
    }

    /** Stops the services, then the front, Kafka and PostgreSQL, each of them cleanly. */
    @Override
    public void close() throws IOException {
        parts.close();
        learning.close();
        servicesAndKeycloak().parallelStream().forEach(part -> part.stop("TERM", PATIENCE));
        front.stop("TERM", PATIENCE);
        kafka.stop("TERM", PATIENCE);
        postgres.stop("INT", PATIENCE);
        if (lock != null) {
            lock.close();
            config.news().accept("stopped");
        }
    }

    boolean isClosed() {
        return parts.isClosed();
    }

    private List<SuiteProcess> servicesAndKeycloak() {
        return Stream.concat(services.values().stream(), keycloak.stream()).toList();
    }

    private String token(Bearer bearer) throws IOException {
        return files.tokens(config.ports()).token(bearer);
    }
}
