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
    private final List<ReportLine> findings = new ArrayList<>();
    private final Map<String, String> voids = new LinkedHashMap<>();

    Report(Path directory) {
        this.directory = directory;
    }

    /** Adds a condition of the measures. */
    void condition(String name, String value) {
        conditions.put(name, value);
    }

    void add(ReportLine finding) {
        findings.add(finding);
        System.out.print(row(finding));
    }

    /** Marks a measure as void. */
    void annul(String measure, String reason) {
        findings.removeIf(finding -> finding.measure().equals(measure));
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
                        Map.of("conditions", conditions, "findings", findings, "void", voids));
    }

    String markdown() {
        var text = new StringBuilder("# How fast\n\nMedian (least–most) of the runs; a ratio is of each pair.\n\n");
        text.append(HEAD);
        findings.forEach(finding -> text.append(row(finding)));
        if (!voids.isEmpty()) {
            text.append("\n## Void\n\n");
            voids.forEach((measure, reason) -> text.append("- **%s**: %s%n".formatted(measure, reason)));
        }
        text.append("\n## Conditions\n\n");
        conditions.forEach((name, value) -> text.append("- %s: %s%n".formatted(name, value)));
        return text.toString();
    }

    private static String row(ReportLine finding) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        finding.measure(),
                        finding.what(),
                        finding.unit(),
                        finding.ours(),
                        orNothing(finding.theirs()),
                        orNothing(finding.ratio()),
                        orNothing(finding.goal()),
                        finding.verdict());
    }

    private static String orNothing(Object value) {
        return value == null ? "" : value.toString();
    }
}
