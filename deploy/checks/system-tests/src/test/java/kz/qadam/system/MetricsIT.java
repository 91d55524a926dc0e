package kz.qadam.system;

import static java.util.function.Predicate.not;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.qadam.local.Service;
import kz.qadam.system.MetricTable.Metric;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a service serves is what the table of metrics says. */
@OnSuite
class MetricsIT {

    private static final Pattern OWN_TYPE = Pattern.compile("(?m)^# TYPE (qadam_\\w+) (\\w+)$");
    private static final Pattern OWN_HELP = Pattern.compile("(?m)^# HELP (qadam_\\w+) *(.*)$");

    private final Qadam qadam;

    MetricsIT(Qadam qadam) {
        this.qadam = qadam;
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void each_metric_of_a_service_is_in_the_table_with_its_type(Service service) {
        assertThat(inTable(service)).containsAllEntriesOf(served(service));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void each_metric_that_the_table_promises_is_served(Service service) {
        var promised = MetricTable.read().stream()
                .filter(metric -> metric.isOf(service) && metric.isServedAlways())
                .map(Metric::name)
                .filter(name -> name.startsWith("qadam_"))
                .toList();

        soon().untilAsserted(() -> assertThat(served(service)).containsKeys(promised.toArray(String[]::new)));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void each_metric_of_a_service_has_a_help_text(Service service) {
        assertThat(OWN_HELP.matcher(metrics(service))
                        .results()
                        .filter(help -> help.group(2).isBlank())
                        .map(help -> help.group(1)))
                .isEmpty();
    }

    private static Map<String, String> inTable(Service service) {
        return MetricTable.read().stream()
                .filter(metric -> metric.isOf(service))
                .collect(Collectors.toMap(Metric::name, Metric::type));
    }

    /** By name: the type. The greatest value of a histogram belongs to it. OpenMetrics types a counter without its suffix. */
    private Map<String, String> served(Service service) {
        return OWN_TYPE.matcher(metrics(service))
                .results()
                .filter(not(MetricsIT::isMaximum))
                .collect(Collectors.toMap(
                        MetricsIT::seriesName, type -> type.group(2), (one, other) -> one, TreeMap::new));
    }

    private static String seriesName(MatchResult type) {
        boolean isCounter = type.group(2).equals("counter");
        return isCounter && !type.group(1).endsWith("_total") ? type.group(1) + "_total" : type.group(1);
    }

    private static boolean isMaximum(MatchResult type) {
        return type.group(1).endsWith("_seconds_max");
    }

    private String metrics(Service service) {
        return qadam.operator(service).get("/q/metrics").asString();
    }
}
