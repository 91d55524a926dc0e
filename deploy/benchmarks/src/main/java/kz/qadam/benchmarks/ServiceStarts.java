package kz.qadam.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.qadam.local.Service;

/** M8: the time from the start of a service to its first 200, compared with the same jar without its AOT cache. */
final class ServiceStarts implements Measure {

    private static final MeasureGoal GOAL = MeasureGoal.atMost(0.6, 0.45);
    private static final List<String> UNLEARNED = List.of("-XX:AOTMode=off");

    @Override
    public void take(Lab lab, Report report) throws Exception {
        for (Service service : Service.values()) {
            lab.stage().freshDatabase(service);
        }
        for (Service service : Service.values()) {
            requireLearned(lab, service);
        }
        start(lab, List.of());
        RunPairs pairs = new Rounds()
                .side("learned", round -> start(lab, List.of()))
                .side("unlearned", round -> start(lab, UNLEARNED))
                .run(lab.sizes().pairs())
                .pair("learned", "unlearned");
        report.add(ReportLine.of(
                "M8",
                "start to first 200, mean of the three services, against no AOT cache",
                pairs,
                ComparedValue.SECONDS,
                GOAL));
    }

    /** Nothing can be compared if only Maven has built the service, without an AOT cache. */
    private static void requireLearned(Lab lab, Service service) throws IOException {
        Path built = lab.repository().resolve(service.module()).resolve("target/quarkus-app");
        try (var files = Files.newDirectoryStream(built, "*.aot")) {
            if (!files.iterator().hasNext()) {
                throw new IllegalStateException("No AOT archive in " + built + ": remove the directory, and run again");
            }
        }
    }

    private static RunResult start(Lab lab, List<String> options) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (Service service : Service.values()) {
            long began = System.nanoTime();
            var program = lab.stage().start(service, Map.of(), options);
            seconds.add((System.nanoTime() - began) / 1e9);
            program.stop();
        }
        double mean = seconds.stream().mapToDouble(one -> one).average().orElseThrow();
        return new RunResult(seconds.size(), mean, Double.NaN);
    }
}
