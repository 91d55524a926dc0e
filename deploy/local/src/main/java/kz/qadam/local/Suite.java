package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * PostgreSQL, Kafka and the three packaged services on 127.0.0.1, each a process of its own. A process that dies
 * unexpectedly is started again; committed data survive any end, also until the next start on the same data.
 */
public final class Suite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TO_LEARN = Duration.ofMinutes(2);

    private final SuiteConfig config;
    private final Installation files;
    private final Postgres database;
    private final KafkaNode broker;
    private final Launches launches;
    private final Part postgres;
    private final Part kafka;
    private final Map<Service, Part> services = new EnumMap<>(Service.class);
    private final List<Part> parts = new ArrayList<>();
    private Claim claim;
    private volatile boolean closed;

    Suite(SuiteConfig config) throws IOException {
        this.config = config;
        this.files = new Installation(config.data());
        this.database = files.postgres(config.ports().postgres());
        this.broker = files.kafka(config.ports());
        this.launches = new Launches(config.repository(), files, config.ports(), config.purpose());
        this.postgres = part("postgres", launches::postgres, database::answers);
        this.kafka = part("kafka", launches::kafka, broker::answers);
        for (Service service : Service.values()) {
            services.put(service, part(service.module(), () -> launches.service(service), () -> isReady(service)));
        }
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
        start(services.values());
    }

    private void beginBackends() throws IOException {
        launches.requirePackaged();
        claim = Claim.on(files.claim(), config.ports());
        new Ledger(files.ledger()).clear();
        config.ports().requireFree();
        files.turnOver(parts.stream().map(Part::name).toList());
        files.keys().issuer();
        start(List.of(postgres, kafka));
        database.changeSharedPassword();
        broker.createTopics();
    }

    /** Runs each service once, so that its JVM can write an AOT cache for quick starts, and stops it again. */
    static void train(SuiteConfig config) throws IOException {
        try (var suite = new Suite(config)) {
            suite.beginBackends();
            for (Service service : Service.values()) {
                suite.train(service);
            }
        }
    }

    private void train(Service service) throws IOException {
        Child trainee = launches.trainee(service);
        Patience.until(() -> isReady(service), trainee::isAlive, TO_LEARN);
        if (trainee.stop("TERM", TO_LEARN)) {
            launches.aotCache(service).keep();
            config.news().accept("%-18s has learned to start quickly".formatted(service.module()));
        }
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
        return Health.isReady(config.ports(), service);
    }

    /** Kafka's bootstrap address. */
    public String kafka() {
        return broker.bootstrap();
    }

    /** A service's own database, as its owner. */
    public Database database(Service service) throws IOException {
        return database.logins(service.code()).owner();
    }

    /** A bearer token, valid for 12 hours; a {@code partner} needs {@link #token(String, String)}. */
    public String token(String role) throws IOException {
        return token(Bearer.of(role));
    }

    /** A bearer token, valid for 12 hours, for a partner of this institution. */
    public String token(String role, String institution) throws IOException {
        return token(Bearer.of(role, institution));
    }

    /** Tokens that a service refuses, or that carry less than usual ones: for tests. */
    public UnusualTokens unusualTokens() throws IOException {
        return new UnusualTokens(files.keys().issuer());
    }

    /** The current process of a service; if it is killed, the suite starts it again. */
    public long pid(Service service) {
        return services.get(service).pid();
    }

    /** Kills a service ({@code kill -9}) and does not restart it. */
    public void kill(Service service) {
        services.get(service).kill();
    }

    /** Stops a service if it runs, starts it, and returns when it is ready. */
    public void restart(Service service) throws IOException {
        Part part = services.get(service);
        part.stop("TERM", PATIENCE);
        start(List.of(part));
    }

    /** Stops the services, then Kafka, then PostgreSQL, each of them cleanly. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
        }
        services.entrySet().parallelStream()
                .forEach(service -> service.getValue().stop("TERM", PATIENCE));
        kafka.stop("TERM", PATIENCE);
        postgres.stop("INT", PATIENCE);
        if (claim != null) {
            claim.close();
            config.news().accept("stopped");
        }
    }

    boolean isClosed() {
        return closed;
    }

    private String token(Bearer bearer) throws IOException {
        return files.keys().issuer().token(bearer, Clock.systemUTC());
    }

    private Part part(String name, Part.Launch launch, BooleanSupplier ready) throws IOException {
        var part = new Part(name, files.log(name), launch, ready, config.news());
        parts.add(part);
        return part;
    }

    /** Returns when all parts are ready, or throws as soon as one fails. */
    private void start(Collection<Part> some) throws IOException {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        synchronized (this) {
            if (closed) {
                throw new CannotStart("The suite has been stopped");
            }
            some.forEach(part -> starts.add(part.start()));
        }
        var all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        starts.forEach(start -> start.exceptionally(reason -> {
            all.completeExceptionally(reason);
            return null;
        }));
        try {
            all.join();
        } catch (CompletionException | CancellationException e) {
            throw e.getCause() instanceof IOException reason ? reason : new CannotStart("The suite has been stopped");
        }
    }
}
