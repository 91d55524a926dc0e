package kz.qadam.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.utils.AppInfoParser;

/** {@code deploy/benchmarks/run [--quick] [M1 M2 …]}: measures, and reports after each measure. */
final class Benchmark {

    private static final Map<String, Measure> MEASURES = new TreeMap<>(Map.of(
            "M1", new SinglePosts(),
            "M2", new Batches(),
            "M3", new OutboxDrain(),
            "M4", new RollUp(),
            "M5", new Visibility(),
            "M6", new Rebuilds(),
            "M7", new DashboardReads(),
            "M8", new Starts(),
            "M9", new Growth(),
            "peer", new SpringPeer()));

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        // Kafka's client logs what it tries again; what matters arrives as an exception.
        Logger.getLogger("").setLevel(Level.OFF);
        Path repository = Path.of(arguments[0]);
        List<String> wanted = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        Sizes sizes = wanted.remove("--quick") ? Sizes.QUICK : wanted.remove("--smoke") ? Sizes.SMOKE : Sizes.FULL;
        if (!MEASURES.keySet().containsAll(wanted)) {
            System.err.println("Usage: run [--quick|--smoke] [%s]".formatted(String.join(" ", MEASURES.keySet())));
            System.exit(2);
        }
        Path target = repository.resolve("deploy/benchmarks/target");
        var report = new Report(target.resolve("report"));
        try (var lab = Lab.open(repository, data(target), sizes)) {
            tellConditions(lab, report, sizes);
            for (String code : wanted.isEmpty() ? MEASURES.keySet() : wanted) {
                take(code, lab, report);
            }
        }
        System.out.println(report.markdown());
        System.exit(0);
    }

    private static Path data(Path target) {
        String elsewhere = System.getenv().getOrDefault("QADAM_DATA", "");
        return elsewhere.isBlank() ? target.resolve("lab") : Path.of(elsewhere);
    }

    private static void take(String code, Lab lab, Report report) throws IOException {
        System.err.println("Measuring " + code + " ...");
        try {
            MEASURES.get(code).take(lab, report);
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

    private static void tellConditions(Lab lab, Report report, Sizes sizes) throws IOException, SQLException {
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
