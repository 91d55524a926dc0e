package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.demo.Access;
import kz.qadam.demo.Sandbox;
import kz.qadam.load.ReadyInstances;
import kz.qadam.load.Repeats;
import kz.qadam.load.ServiceLoad;

/**
 * {@code deploy/checks/power-cut}: kills a suite under load while reporting-service lags, takes away what was not flushed
 * to the disk, and starts it again on what is left. Exit code 1 if the figures are not what was acknowledged.
 */
final class PowerCut {

    private static final Duration UNDER_LOAD = Duration.ofSeconds(20);
    private static final Duration LAG = Duration.ofSeconds(5);

    private final SuiteConfig config;
    private final List<String> cut;

    /** The one that runs now. */
    private Suite suite;

    private PowerCut(SuiteConfig config, List<String> cut) {
        this.config = config;
        this.cut = cut;
    }

    /**
     * Runs it.
     *
     * @param arguments the repository, the directory of the data, and the command that takes away what was not flushed
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        List<String> all = List.of(arguments);
        var config = new SuiteConfig(Path.of(all.get(0)), Path.of(all.get(1)), Ports.free(), System.out::println);
        InstanceRun.end(new PowerCut(config, all.subList(2, all.size())).run());
    }

    private List<String> run() throws IOException, InterruptedException {
        suite = Suite.start(config);
        try {
            Sandbox.seed(new Access(
                    suite.uri(Service.ENROLMENT),
                    suite.uri(Service.PROGRESS),
                    suite.uri(Service.REPORTING),
                    suite.token("office"),
                    suite.token("auditor")));
            return load();
        } finally {
            suite.close();
        }
    }

    private List<String> load() throws IOException, InterruptedException {
        var callers =
                ChangeUnderLoad.callers(suite.token("partner", ChangeUnderLoad.INSTITUTION), suite.token("auditor"));
        try (var ready = new ReadyInstances()) {
            for (Service service : Service.values()) {
                ready.add(service.code(), suite.uri(service), () -> HealthProbe.isReady(config.ports(), service));
            }
            try (var load = new ServiceLoad(ready, callers, 0, Repeats.WHILE_ALL_IS_DOWN)) {
                return new ChangeUnderLoad(load, System.out::println).make(this::cutPower);
            }
        }
    }

    private void cutPower() throws IOException {
        Patience.pause(UNDER_LOAD);
        suite.kill(Service.REPORTING);
        Patience.pause(LAG);
        suite.killAll();
        if (Patience.exitCode(new ProcessBuilder(cut).inheritIO().start()) != 0) {
            throw new IOException("The power was not cut");
        }
        suite = Suite.start(config);
        Patience.pause(LAG);
    }
}
