package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.qadam.local.Service;
import kz.qadam.observability.Expression;
import kz.qadam.observability.PrometheusServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dashboards and rules ask for series that exist: a Prometheus scrapes the suite and evaluates them. */
@OnSuite
class ExpressionsIT {

    private final Qadam qadam;
    private final Partner partner;
    private final Institution school;
    private final Course course;
    private PrometheusServer prometheus;

    ExpressionsIT(Qadam qadam) {
        this.qadam = qadam;
        this.school = qadam.office().opens("school", "KZ-75");
        this.course = qadam.office().offers(36);
        this.partner = qadam.partner(school);
    }

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        Map<String, URI> services = Arrays.stream(Service.values())
                .collect(Collectors.toMap(
                        Service::module, service -> qadam.suite().management(service)));
        prometheus = PrometheusServer.start(
                MetricTable.DIRECTORY.resolve("rules"), Files.createDirectory(data.resolve("prometheus")), services);
    }

    @AfterEach
    void stop() {
        prometheus.close();
    }

    @Test
    void every_expression_of_a_dashboard_returns_series() throws IOException {
        List<Expression> expressions = Expression.ofDashboards(MetricTable.DIRECTORY.resolve("dashboards"));

        soon().ignoreExceptions()
                .untilAsserted(() -> assertThat(whilePosting(expressions)).isEmpty());
    }

    @Test
    void every_expression_of_a_rule_returns_series() {
        soon().ignoreExceptions().untilAsserted(() -> {
            List<Expression> rules = prometheus.rules();
            assertThat(rules).isNotEmpty();
            assertThat(whilePosting(rules)).isEmpty();
        });
    }

    /** Those without series. Rates need something that happens. */
    private List<Expression> whilePosting(List<Expression> expressions) throws IOException, InterruptedException {
        Enrolment enrolment = Enrolment.of(school, course, "pupils");
        partner.enrols(enrolment);
        partner.completes(enrolment.completed(0));
        return prometheus.withoutSeries(expressions);
    }
}
