package kz.qadam.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * {@code deploy/benchmarks/run [--against COMMIT | --ledger] [--pairs N] [--quick | --brief] [M1 M2 …]}: measures, and reports
 * after each measure. The script has built the commit, and passes the directory of its source tree; for the ledger, also
 * its file and the names of both commits.
 */
final class Benchmark {

    private static final Map<String, Measure> MEASURES = new TreeMap<>(Map.ofEntries(
            Map.entry("M1", new SinglePosts()),
            Map.entry("M2", new CompletionBatches()),
            Map.entry("M3", new OutboxDrain()),
            Map.entry("M4", new RollUp()),
            Map.entry("M5", new Visibility()),
            Map.entry("M6", new FigureRebuild()),
            Map.entry("M7", new DashboardReads()),
            Map.entry("M8", new ServiceStarts()),
            Map.entry("M9", new StoredGrowth()),
            Map.entry("M10", new EnrolmentBatches()),
            Map.entry("M11", new PostsWithKeys()),
            Map.entry("M12", new OneClient()),
            Map.entry("peer", new SpringPeer())));

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        // Kafka's client logs retries; real failures arrive as exceptions.
        Logger.getLogger("").setLevel(Level.OFF);
        Path repository = Path.of(arguments[0]);
        List<String> wanted = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        Optional<Path> against = valueOf("--against", wanted).map(Path::of);
        Optional<String> ledger = valueOf("--ledger", wanted);
        Optional<Integer> pairs = valueOf("--pairs", wanted).map(Integer::valueOf);
        String size = Stream.of("quick", "brief", "smoke")
                .filter(name -> wanted.remove("--" + name))
                .findFirst()
                .orElse("full");
        DataSizes sizes = DataSizes.of(size);
        sizes = pairs.map(sizes::withPairs).orElse(sizes);
        Set<String> measures = measures(against.isPresent());
        if (!measures.containsAll(wanted)) {
            System.err.println("Usage: run [--against COMMIT | --ledger] [--pairs N] [--quick|--brief|--smoke] [%s]"
                    .formatted(String.join(" ", measures)));
            System.exit(2);
        }
        Path target = repository.resolve("deploy/benchmarks/target");
        var report = new Report(target.resolve("report"));
        try (var lab = Lab.open(repository, data(target), sizes)) {
            tellConditions(lab, report, sizes);
            Set<String> codes = wanted.isEmpty() ? measures : new LinkedHashSet<>(wanted);
            if (against.isPresent()) {
                compare(lab, against.get(), codes, report, ledger.map(names -> ledger(names, size)));
            } else {
                for (String code : codes) {
                    take(code, lab, report, () -> MEASURES.get(code).take(lab, report));
                }
            }
        }
        System.out.println(report.markdown());
        System.exit(0);
    }

    /** Takes an option with its value out of the words, if it is there. */
    private static Optional<String> valueOf(String option, List<String> words) {
        int at = words.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }

    /** @param names the file, the commit of this tree, and the one that it is compared with, separated by commas */
    private static SpeedLedger ledger(String names, String size) {
        String[] parts = names.split(",", -1);
        return new SpeedLedger(Path.of(parts[0]), parts[1], parts[2], size);
    }

    /** The codes of all measures, or only of those that can compare two versions. */
    private static Set<String> measures(boolean versioned) {
        return MEASURES.keySet().stream()
                .filter(code -> !versioned || MEASURES.get(code) instanceof VersionedMeasure)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void compare(Lab lab, Path commit, Set<String> codes, Report report, Optional<SpeedLedger> ledger)
            throws Exception {
        report.condition("against", commit.toString());
        try (var other = Lab.open(commit, Path.of(lab.directory() + "-against"), lab.sizes())) {
            var against = new CommitComparison(lab, other, ledger);
            for (String code : codes) {
                take(code, lab, report, () -> against.take(code, (VersionedMeasure) MEASURES.get(code), report));
            }
        }
    }

    /** A step of a measure, which may fail. */
    private interface Step {
        void run() throws Exception;
    }

    private static Path data(Path target) {
        String elsewhere = System.getenv().getOrDefault("QADAM_DATA", "");
        return elsewhere.isBlank() ? target.resolve("lab") : Path.of(elsewhere);
    }

    private static void take(String code, Lab lab, Report report, Step measure) throws IOException {
        System.err.println("Measuring " + code + " ...");
        try {
            measure.run();
        } catch (WrongCount e) {
            report.annul(code, e.getMessage());
        } catch (Exception e) {
            e.printStackTrace();
            report.annul(code, e.toString());
        } finally {
            lab.stage().clear();
        }
        report.write();
    }

    private static void tellConditions(Lab lab, Report report, DataSizes sizes) throws IOException, SQLException {
        report.condition("sizes", sizes.toString());
        report.condition("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        report.condition("Java", System.getProperty("java.vm.version"));
        report.condition("PostgreSQL", Sql.text(lab.stage().administrator(), "show server_version"));
        for (String setting :
                List.of("fsync", "synchronous_commit", "full_page_writes", "wal_level", "shared_buffers")) {
            report.condition(setting, Sql.text(lab.stage().administrator(), "show " + setting));
        }
        report.condition("Kafka", AppInfoParser.getVersion() + ", acks=all, one broker");
    }
}
