package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kz.qadam.observability.Expression;
import kz.qadam.observability.PrometheusServer;

/**
 * {@code deploy/install/observability/check --running [--demo|--sandbox]}: lets a Prometheus scrape the running suite,
 * and prints every expression of dashboards and rules that returns no series after half a minute. Exit code 1: there
 * are such.
 */
final class CheckExpressions {

    private static final String USAGE = "Usage: check [--running [--demo|--sandbox]]";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private CheckExpressions() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Command command = Command.of(arguments, USAGE);
        List<Expression> missing = missing(command);
        missing.forEach(one -> System.out.println("No series: " + one.place() + ": " + one.query()));
        System.out.println(missing.isEmpty() ? "Every expression returns series." : "Post something, and try again.");
        System.exit(missing.isEmpty() ? 0 : 1);
    }

    private static List<Expression> missing(Command command) throws IOException, InterruptedException {
        Ports ports = InstallationLock.holder(
                        Installation.chosenBy(System.getenv(), command).lockFile())
                .orElseThrow(() -> new CannotStart("This suite does not run."));
        Map<String, URI> services = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            services.put(service.module(), ports.management(service));
        }
        Path observability = command.repository().resolve("deploy/install/observability");
        Path data = Files.createTempDirectory("qadam-prometheus");
        try (var prometheus = PrometheusServer.start(observability.resolve("rules"), data, services)) {
            TimeUnit.SECONDS.sleep(5);
            List<Expression> all = new ArrayList<>(Expression.ofDashboards(observability.resolve("dashboards")));
            all.addAll(prometheus.rules());
            long start = System.nanoTime();
            List<Expression> missing = prometheus.withoutSeries(all);
            while (!missing.isEmpty() && System.nanoTime() - start < PATIENCE) {
                TimeUnit.SECONDS.sleep(2);
                missing = prometheus.withoutSeries(missing);
            }
            return missing;
        } finally {
            Trees.delete(data);
        }
    }
}
