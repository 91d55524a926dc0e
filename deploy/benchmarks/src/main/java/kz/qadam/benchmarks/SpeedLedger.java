package kz.qadam.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * A file with the speed of commits, each compared with the same one, so that many small losses can be seen together.
 * Lines are only added.
 *
 * @param commit of this tree
 * @param base the commit that all lines are compared with
 * @param size of the data: full, quick or smoke
 */
record SpeedLedger(Path file, String commit, String base, String size) {

    private static final String HEAD = "commit,measure,what,ratio,from,to,pairs,size,base%n";

    /** Adds the ratio of CPU per event, which is lower the faster this tree is, with its interval. */
    void add(String measure, String what, RunPairs pairs) throws IOException {
        List<Double> ratios = pairs.ratios(ComparedValue.CPU);
        Interval interval = Interval.ofMedian(ratios);
        if (Files.notExists(file)) {
            Files.writeString(file, HEAD.formatted());
        }
        String line = String.format(
                Locale.ROOT,
                "%s,%s,%s,%.3f,%.3f,%.3f,%d,%s,%s%n",
                commit,
                measure,
                // A comma separates columns, here as in numbers.
                what.replace(",", ""),
                Spread.of(ratios).median(),
                interval.from(),
                interval.to(),
                ratios.size(),
                size,
                base);
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }
}
