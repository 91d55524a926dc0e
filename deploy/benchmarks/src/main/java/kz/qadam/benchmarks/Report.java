package kz.qadam.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report, for people and for programs; it is written again after each measure. */
final class Report {

    private static final String HEAD = """
            | | measure | unit | ours | theirs | ratio | goal; beyond | |
            |---|---|---|---:|---:|---:|---:|---|
            """;

    private final Path directory;
    private final Map<String, String> conditions = new LinkedHashMap<>();
    private final List<ReportLine> lines = new ArrayList<>();
    private final Map<String, String> voids = new LinkedHashMap<>();

    Report(Path directory) {
        this.directory = directory;
    }

    /** Adds a condition of the measures. */
    void condition(String name, String value) {
        conditions.put(name, value);
    }

    void add(ReportLine line) {
        lines.add(line);
        System.out.print(row(line));
    }

    /** Marks a measure as void. */
    void annul(String measure, String reason) {
        lines.removeIf(line -> line.measure().equals(measure));
        voids.put(measure, reason);
        System.out.printf("%s is void: %s%n", measure, reason);
    }

    void write() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("report.md"), markdown());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(
                        directory.resolve("report.json").toFile(),
                        Map.of("conditions", conditions, "lines", lines, "void", voids));
    }

    String markdown() {
        var text = new StringBuilder("# How fast\n\nMedian (least–most) of the runs; a ratio is of each pair.\n\n");
        text.append(HEAD);
        lines.forEach(line -> text.append(row(line)));
        if (!voids.isEmpty()) {
            text.append("\n## Void\n\n");
            voids.forEach((measure, reason) -> text.append("- **%s**: %s%n".formatted(measure, reason)));
        }
        text.append("\n## Conditions\n\n");
        conditions.forEach((name, value) -> text.append("- %s: %s%n".formatted(name, value)));
        return text.toString();
    }

    private static String row(ReportLine line) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        line.measure(),
                        line.what(),
                        line.unit(),
                        line.ours(),
                        orNothing(line.theirs()),
                        orNothing(line.ratio()),
                        orNothing(line.goal()),
                        line.verdict());
    }

    private static String orNothing(Object value) {
        return value == null ? "" : value.toString();
    }
}
