package kz.qadam.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is how large, and will be: a table of Markdown. */
public record CapacityReport(CapacitySample sample) {

    /** What has less than this share of its store is summed up with others. */
    private static final double SMALL = 0.01;

    /** Its lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "%d people trained, %,d enrolments and completions in files, then %d alone",
                sample.people(), sample.reports(), sample.alone()));
        lines.add("");
        lines.add("| | rows | MB | bytes a person | GB for a million, in files | GB, each report alone |");
        lines.add("|---|---:|---:|---:|---:|---:|");
        sample.inFiles().stream()
                .collect(Collectors.groupingBy(Holding::store, LinkedHashMap::new, Collectors.toList()))
                .forEach((store, holdings) -> addStore(store, holdings, lines));
        return lines;
    }

    private void addStore(String store, List<Holding> all, List<String> lines) {
        lines.add(line("**" + store + "**", "", all));
        double most = SMALL * all.stream().mapToDouble(sample::bytesAlone).sum();
        var isLarge = all.stream().collect(Collectors.partitioningBy(one -> sample.bytesAlone(one) > most));
        isLarge.get(true).stream()
                .sorted(Comparator.comparingDouble(sample::bytesAlone).reversed())
                .map(one -> line(one.name(), one.rows() == 0 ? "" : format("%,d", one.rows()), List.of(one)))
                .forEach(lines::add);
        if (!isLarge.get(false).isEmpty()) {
            lines.add(line(isLarge.get(false).size() + " others", "", isLarge.get(false)));
        }
    }

    private String line(String name, String rows, List<Holding> holdings) {
        double bytes = holdings.stream().mapToLong(Holding::bytes).sum();
        return format(
                "| %s | %s | %.1f | %,.0f | %.2f | %.2f |",
                name,
                rows,
                bytes / 1e6,
                bytes / sample.people(),
                holdings.stream().mapToDouble(sample::bytesInFiles).sum() / 1e9,
                holdings.stream().mapToDouble(sample::bytesAlone).sum() / 1e9);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
