package kz.qadam.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.qadam.local.Service;

/** The table of metrics that operators read. */
final class MetricTable {

    static final Path DIRECTORY = Repository.path("deploy/install/observability");

    /**
     * A row of the table.
     *
     * @param isServedAlways false if the metric appears with the first thing that it counts
     */
    record Metric(String name, String type, Set<String> services, boolean isServedAlways) {

        boolean isOf(Service service) {
            return services.contains(service.module());
        }
    }

    private MetricTable() {}

    static List<Metric> read() {
        try {
            return Files.readAllLines(DIRECTORY.resolve("metrics.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", 6))
                    .map(row -> new Metric(row[0], row[1], Set.of(row[3].split(" ", -1)), row[4].equals("always")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All names under which series of these metrics appear. */
    static Set<String> seriesNames() {
        return read().stream()
                .flatMap(metric -> metric.type().equals("gauge")
                                || metric.type().equals("counter")
                        ? List.of(metric.name()).stream()
                        : List.of("_bucket", "_count", "_sum", "_max").stream().map(metric.name()::concat))
                .collect(Collectors.toSet());
    }
}
