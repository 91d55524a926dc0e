package kz.qadam.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules of Prometheus and their tests, as promtool reads them. */
final class RuleFiles {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** A rule; an alert, or a recorded series. */
    record Rule(String alert, String record, String query, String runbook) {}

    /** A test of an alert. */
    record AlertTest(String alert, boolean expectsToFire) {}

    private RuleFiles() {}

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode file : read("rules")) {
            for (JsonNode group : file.path("groups")) {
                for (JsonNode rule : group.path("rules")) {
                    rules.add(new Rule(
                            rule.path("alert").asText(null),
                            rule.path("record").asText(null),
                            rule.path("expr").asText(),
                            rule.path("annotations").path("runbook").asText(null)));
                }
            }
        }
        return rules;
    }

    static List<Rule> alerts() {
        return rules().stream().filter(rule -> rule.alert() != null).toList();
    }

    static List<AlertTest> tests() {
        List<AlertTest> tests = new ArrayList<>();
        for (JsonNode file : read("tests")) {
            for (JsonNode test : file.path("tests")) {
                for (JsonNode alert : test.path("alert_rule_test")) {
                    tests.add(new AlertTest(
                            alert.path("alertname").asText(),
                            !alert.path("exp_alerts").isEmpty()));
                }
            }
        }
        return tests;
    }

    private static List<JsonNode> read(String directory) {
        try (Stream<Path> files = Files.list(MetricTable.DIRECTORY.resolve(directory))) {
            List<JsonNode> contents = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                contents.add(YAML.readTree(file.toFile()));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
