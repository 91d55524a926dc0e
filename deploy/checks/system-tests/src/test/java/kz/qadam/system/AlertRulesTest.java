package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.observability.Expression;
import kz.qadam.system.RuleFiles.AlertTest;
import kz.qadam.system.RuleFiles.Rule;
import org.junit.jupiter.api.Test;

/** Alerts that were seen to fire and to be silent, each with a page that says what to do. */
class AlertRulesTest {

    @Test
    void promtool_accepts_the_rules_and_their_tests_pass() throws IOException, InterruptedException {
        Process check = new ProcessBuilder(
                        Repository.path("deploy/install/observability/check").toString())
                .redirectErrorStream(true)
                .start();

        String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(output).isZero();
    }

    @Test
    void each_alert_was_seen_to_fire() {
        assertThat(alertsTested(true)).isEqualTo(alertNames());
    }

    @Test
    void each_alert_was_seen_to_be_silent() {
        assertThat(alertsTested(false)).isEqualTo(alertNames());
    }

    @Test
    void each_alert_has_its_runbook() throws IOException {
        Set<String> pages;
        try (Stream<Path> files = Files.list(MetricTable.DIRECTORY.resolve("runbooks"))) {
            pages = files.map(page -> "deploy/install/observability/runbooks/" + page.getFileName())
                    .collect(Collectors.toSet());
        }

        assertThat(RuleFiles.alerts()).extracting(Rule::runbook).containsExactlyInAnyOrderElementsOf(pages);
        assertThat(RuleFiles.alerts())
                .allSatisfy(alert -> assertThat(alert.runbook()).endsWith("/" + alert.alert() + ".md"));
    }

    @Test
    void each_series_in_an_expression_is_in_the_table_of_metrics_or_recorded() throws IOException {
        Set<String> known = MetricTable.seriesNames();
        RuleFiles.rules().stream().map(Rule::record).forEach(known::add);
        List<String> queries = Stream.concat(
                        RuleFiles.rules().stream().map(Rule::query),
                        Expression.ofDashboards(MetricTable.DIRECTORY.resolve("dashboards")).stream()
                                .map(Expression::query))
                .toList();

        assertThat(queries).isNotEmpty().allSatisfy(query -> assertThat(known).containsAll(PromQl.seriesIn(query)));
    }

    @Test
    void the_names_of_series_are_found_in_an_expression() {
        assertThat(PromQl.seriesIn("max by (service) (rate(toys_total{colour=\"red\"}[5m])) > 3 and a:toys:rate5m"))
                .containsExactly("a:toys:rate5m", "toys_total");
    }

    private static Set<String> alertNames() {
        return RuleFiles.alerts().stream().map(Rule::alert).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> alertsTested(boolean expectToFire) {
        return RuleFiles.tests().stream()
                .filter(test -> test.expectsToFire() == expectToFire)
                .map(AlertTest::alert)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
