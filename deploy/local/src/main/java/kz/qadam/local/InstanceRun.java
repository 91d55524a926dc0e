package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kz.qadam.demo.Access;
import kz.qadam.demo.Sandbox;
import kz.qadam.load.Repeats;
import kz.qadam.load.ServiceLoad;

/** A load on a suite of its own while instances of the services come and go, and the comparison of the figures. */
final class InstanceRun {

    /** What happens under load. */
    @FunctionalInterface
    interface Change {
        void make(ScaledServices services) throws IOException;
    }

    private final Path repository;
    private final Path data;
    private final long began = System.nanoTime();

    /** @param program names its directory below {@code deploy/local/target}, which is kept until the next run */
    InstanceRun(Path repository, String program) {
        this.repository = repository;
        this.data = repository.resolve("deploy/local/target").resolve(program);
    }

    /**
     * Starts instances, makes a change under load, and compares.
     *
     * @param source the tree of the instances that are started first
     * @param instances how many of each service are started first
     * @return what went wrong; empty if the load met no error and the figures are what was acknowledged
     */
    List<String> run(Path source, int instances, Change change) throws IOException, InterruptedException {
        Trees.delete(data);
        Ports ports = Ports.free();
        var config = new SuiteConfig(repository, data, ports, line -> {});
        try (var suite = new Suite(config)) {
            suite.beginBackends();
            try (var services = new ScaledServices(suite, source, this::say)) {
                // The first instance migrates the database; the others start at the same time.
                services.start(List.of(Service.values()), 0, 1);
                services.start(List.of(Service.values()), 1, instances);
                seed(suite, services);
                return load(suite, services, change);
            }
        }
    }

    private static void seed(Suite suite, ScaledServices services) throws IOException, InterruptedException {
        Sandbox.seed(new Access(
                services.anyOf(Service.ENROLMENT),
                services.anyOf(Service.PROGRESS),
                services.anyOf(Service.REPORTING),
                suite.token("office"),
                suite.token("auditor")));
    }

    private List<String> load(Suite suite, ScaledServices services, Change change)
            throws IOException, InterruptedException {
        var callers =
                ChangeUnderLoad.callers(suite.token("partner", ChangeUnderLoad.INSTITUTION), suite.token("auditor"));
        try (var load = new ServiceLoad(services.ready(), callers, 0, Repeats.WHILE_INSTANCES_ARE_REPLACED)) {
            return new ChangeUnderLoad(load, this::say).make(() -> change.make(services));
        }
    }

    void say(String news) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, news);
    }

    /** Ends the program with what went wrong. */
    static void end(List<String> wrong) {
        wrong.forEach(System.err::println);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }
}
