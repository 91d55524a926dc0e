package kz.qadam.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * M9: M1, M2, M4 and reads with more and more stored, against the same with the least. The databases grow as they do in
 * use, and by a tenth of the least in each run; what is compared is CPU, after the JVMs have compiled what they run.
 */
final class Growth implements Measure {

    static final int WARM_UPS = 3;

    @Override
    public void take(Lab lab, Report report) throws Exception {
        new IngestGrowth(lab).take(report);
        lab.stage().clear();
        new FigureGrowth(lab).take(report);
    }

    static void compare(Report report, String what, Map<Integer, List<Run>> bySize, Goal goal) {
        var sizes = bySize.keySet().stream().sorted().toList();
        for (int size : sizes.subList(1, sizes.size())) {
            var pairs = new Pairs(bySize.get(size), bySize.get(sizes.get(0)));
            String title = "%s with %,d stored, against %,d".formatted(what, size, sizes.get(0));
            report.add(Finding.of("M9", title, pairs, Reading.CPU, goal));
        }
    }
}
