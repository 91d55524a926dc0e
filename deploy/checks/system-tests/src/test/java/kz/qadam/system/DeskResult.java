package kz.qadam.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a task was done.
 *
 * @param presses how often something was pressed until it was done, at most
 * @param times how many milliseconds each page took with its panels, each time
 * @param faults what was wrong
 */
record DeskResult(DeskTask task, int presses, Map<String, List<Double>> times, List<String> faults) {

    private static final int SLOW = 1_000;

    static DeskResult of(DeskTask task) {
        return new DeskResult(task, 0, Map.of(), List.of());
    }

    /** With another time that it was done. */
    DeskResult and(DeskResult other) {
        Map<String, List<Double>> all = new TreeMap<>();
        Stream.of(times, other.times)
                .flatMap(some -> some.entrySet().stream())
                .forEach(one -> all.computeIfAbsent(one.getKey(), key -> new ArrayList<>())
                        .addAll(one.getValue()));
        return new DeskResult(
                task,
                Math.max(presses, other.presses),
                all,
                Stream.concat(faults.stream(), other.faults.stream()).distinct().toList());
    }

    boolean isWrong() {
        return !faults.isEmpty() || presses > task.most();
    }

    /** The page that usually takes longest. */
    private Optional<Map.Entry<String, List<Double>>> slowest() {
        return times.entrySet().stream().max(Comparator.comparingDouble(one -> median(one.getValue())));
    }

    private static double median(List<Double> numbers) {
        return numbers.stream()
                .sorted()
                .skip((numbers.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    /** As a row of a table of Markdown. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d | %s | %s |",
                task.home().code(),
                task.name(),
                bold(presses, presses > task.most()),
                task.most(),
                slowest().map(DeskResult::inWords).orElse(""),
                bold(faults.size(), !faults.isEmpty()));
    }

    private static String inWords(Map.Entry<String, List<Double>> page) {
        double took = median(page.getValue());
        return bold(String.format(Locale.ROOT, "%.2f s", took / 1_000), took > SLOW) + " `" + page.getKey() + "`";
    }

    private static String bold(Object what, boolean isBold) {
        return isBold ? "**" + what + "**" : what.toString();
    }
}
