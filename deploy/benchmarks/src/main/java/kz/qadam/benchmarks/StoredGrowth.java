package kz.qadam.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * M9: M1, M2, M4 and reads with growing amounts of stored events, compared with the smallest amount. The databases grow
 * as they do in use, and by a tenth of the smallest amount in each run; CPU is compared after the JVMs are warm.
 */
final class StoredGrowth implements Measure {

    static final int WARM_UPS = 3;

    @Override
    public void take(Lab lab, Report report) throws Exception {
        new IngestGrowth(lab).take(report);
        lab.stage().clear();
        new FigureGrowth(lab).take(report);
    }

    static void compare(Report report, String what, Map<Integer, List<RunResult>> bySize, MeasureGoal goal) {
        var sizes = bySize.keySet().stream().sorted().toList();
        for (int size : sizes.subList(1, sizes.size())) {
            var pairs = new RunPairs(bySize.get(size), bySize.get(sizes.get(0)));
            String title = "%s with %,d stored, against %,d".formatted(what, size, sizes.get(0));
            report.add(ReportLine.of("M9", title, pairs, ComparedValue.CPU, goal));
        }
    }
}
