package kz.qadam.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

    @Test
    void the_alerts_of_a_cluster_are_those_of_the_observability_folder() throws IOException {
        List<JsonNode> groups = Overlay.rendered("production")
                .all("PrometheusRule")
                .flatMap(rule -> Manifest.items(rule.at("/spec/groups")))
                .toList();

        assertThat(groups)
                .as("run deploy/install/k8s/rules")
                .containsExactlyInAnyOrderElementsOf(groupsOfObservability());
    }

    @Test
    void metrics_of_services_get_the_labels_that_the_rules_need() {
        List<JsonNode> endpoints = Overlay.rendered("production")
                .all("ServiceMonitor", "PodMonitor")
                .flatMap(monitor -> Stream.concat(
                        Manifest.items(monitor.at("/spec/endpoints")),
                        Manifest.items(monitor.at("/spec/podMetricsEndpoints"))))
                .filter(endpoint -> endpoint.path("path").asText().equals("/q/metrics"))
                .toList();

        assertThat(endpoints)
                .hasSize(2)
                .allSatisfy(endpoint -> assertThat(Manifest.items(endpoint.path("relabelings")))
                        .extracting(relabeling -> relabeling.path("targetLabel").asText())
                        .containsExactly("service", "instance"));
    }

    private static List<JsonNode> groupsOfObservability() throws IOException {
        try (var files = Files.list(Kustomize.REPOSITORY.resolve("deploy/install/observability/rules"))) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .map(Kustomize::read)
                    .flatMap(file -> Manifest.items(file.path("groups")))
                    .toList();
        }
    }
}
