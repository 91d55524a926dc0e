package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.demo.Access;
import kz.qadam.demo.Sandbox;
import kz.qadam.load.ReadyInstances;
import kz.qadam.load.Repeats;
import kz.qadam.load.ServiceLoad;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * {@code deploy/checks/losses [MINUTES [NUMBER …]]}: loses each store once under load, a suite for each, goes on as the runbooks say, has
 * everything sent again, and compares the figures with what was acknowledged; then all is recounted. Exit code 1 if something differs.
 */
final class Losses {

    private static final long LOST_OF_EACH_PARTITION = 30;
    private static final Duration BEFORE_AND_AFTER = Duration.ofSeconds(15);

    /** A loss, and what is done about it. */
    private interface Loss {
        void happen(Losses suite) throws IOException, InterruptedException, SQLException;
    }

    private static final Map<String, Loss> ALL = new LinkedHashMap<>();

    static {
        ALL.put("the tail of Kafka, with reporting-service behind and the others ahead", Losses::loseTail);
        ALL.put("all of Kafka", Losses::loseKafka);
        ALL.put("enrolment-service set back", suite -> suite.setBack(Service.ENROLMENT));
        ALL.put("progress-service set back", suite -> suite.setBack(Service.PROGRESS));
        ALL.put("reporting-service set back", suite -> suite.setBack(Service.REPORTING));
        ALL.put(
                "enrolment-service and progress-service set back at once",
                suite -> suite.setBack(Service.ENROLMENT, Service.PROGRESS));
    }

    private final SuiteConfig config;
    private final Duration lost;
    private Suite suite;
    private EarlierDatabases earlier;

    private Losses(SuiteConfig config, Duration lost) {
        this.config = config;
        this.lost = lost;
    }

    /**
     * Runs them.
     *
     * @param arguments the repository, an empty directory, how many minutes of load are lost, and the numbers of the losses;
     *     all, if there are none
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Logger.getLogger("").setLevel(Level.OFF);
        Path work = Path.of(arguments[1]);
        Duration lost = Duration.ofSeconds(Math.round(Double.parseDouble(arguments[2]) * 60));
        List<String> wanted = List.of(arguments).subList(3, arguments.length);
        List<String> wrong = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, Loss> loss : ALL.entrySet()) {
            if (!wanted.isEmpty() && !wanted.contains(Integer.toString(++number))) {
                continue;
            }
            System.out.println("\n== " + loss.getKey());
            Path data = work.resolve("suite");
            Trees.delete(data);
            var config = new SuiteConfig(Path.of(arguments[0]), data, Ports.free(), Purpose.USE, said -> {});
            List<String> found = new Losses(config, lost).run(loss.getValue());
            found.forEach(System.out::println);
            wrong.addAll(found);
        }
        InstanceRun.end(wrong);
    }

    private List<String> run(Loss loss) throws IOException, InterruptedException {
        suite = Suite.start(config);
        try {
            Sandbox.seed(new Access(
                    suite.uri(Service.ENROLMENT),
                    suite.uri(Service.PROGRESS),
                    suite.uri(Service.REPORTING),
                    suite.token("office"),
                    suite.token("auditor")));
            var callers = ChangeUnderLoad.callers(
                    suite.token("partner", ChangeUnderLoad.INSTITUTION), suite.token("auditor"));
            try (var ready = new ReadyInstances()) {
                for (Service service : Service.values()) {
                    ready.add(service.code(), suite.uri(service), () -> HealthProbe.isReady(config.ports(), service));
                }
                try (var load = new ServiceLoad(ready, callers, 0, Repeats.WHILE_ALL_IS_DOWN)) {
                    List<String> wrong =
                            new ArrayList<>(new ChangeUnderLoad(load, System.out::println).make(() -> happen(loss)));
                    wrong.addAll(new FigureAudit(uris(), suite.token("auditor")).findings(System.out::println));
                    return wrong;
                }
            }
        } finally {
            suite.close();
            if (earlier != null) {
                earlier.close();
            }
        }
    }

    private Map<Service, URI> uris() {
        return Stream.of(Service.values()).collect(Collectors.toMap(Function.identity(), suite::uri));
    }

    private void happen(Loss loss) throws IOException, InterruptedException {
        try {
            loss.happen(this);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void loseTail() throws IOException {
        Patience.pause(lost.dividedBy(2));
        suite.kill(Service.REPORTING);
        Patience.pause(lost.dividedBy(2));
        Map<String, Long> ends = ends();
        suite.killKafka();
        for (Map.Entry<String, Long> end : ends.entrySet()) {
            suite.lose(end.getKey(), Math.max(0, end.getValue() - LOST_OF_EACH_PARTITION));
        }
        suite.startKafka();
        suite.restart(Service.REPORTING);
    }

    private Map<String, Long> ends() throws IOException {
        Map<String, Long> ends = new HashMap<>();
        Map<TopicPartition, OffsetSpec> asked = KafkaRefill.allPartitions();
        new Installation(config.data())
                .kafka(config.ports())
                .administer(
                        "ask where the topics end",
                        admin -> admin.listOffsets(asked)
                                .all()
                                .get()
                                .forEach((partition, end) -> ends.put(partition.toString(), end.offset())));
        ends.keySet().removeIf(partition -> partition.startsWith("qadam.catalogue"));
        return ends;
    }

    private void loseKafka() throws IOException, SQLException {
        Patience.pause(lost);
        suite.close();
        Trees.delete(config.data().resolve("kafka"));
        suite = new Suite(config);
        suite.beginBackends();
        new KafkaRefill(suite, new Installation(config.data()).kafka(config.ports())).run(System.out::println);
        suite.close();
        suite = Suite.start(config);
    }

    private void setBack(Service... services) throws IOException {
        earlier = suite.backUpDatabases(config.data().resolve("earlier"));
        Patience.pause(BEFORE_AND_AFTER);
        earlier.mark();
        Patience.pause(lost);
        long began = System.nanoTime();
        earlier.restore();
        for (Service service : services) {
            suite.setBack(service, earlier);
        }
        for (Service service : services) {
            restored(service);
        }
        System.out.printf("restored in %.0f s%n", (System.nanoTime() - began) / 1e9);
        Patience.pause(BEFORE_AND_AFTER);
    }

    private void restored(Service service) throws IOException {
        int exit = suite.restored(service);
        suite.saidByRestored().forEach(System.out::println);
        if (exit != 0) {
            throw new IOException("%s was not restored: %d".formatted(service.module(), exit));
        }
    }
}
