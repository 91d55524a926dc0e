package kz.qadam.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

    @Test
    void the_alerts_of_a_cluster_are_those_of_the_observability_folder() throws IOException {
        List<JsonNode> groups = Overlay.rendered("production")
                .all("PrometheusRule")
                .flatMap(rule -> Manifest.items(rule.at("/spec/groups")))
                .toList();

        assertThat(groups)
                .as("run deploy/k8s/rules")
                .containsExactlyInAnyOrderElementsOf(groupsOfObservability());
    }

    private static List<JsonNode> groupsOfObservability() throws IOException {
        try (var files = Files.list(Kustomize.REPOSITORY.resolve("deploy/observability/rules"))) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .map(Kustomize::read)
                    .flatMap(file -> Manifest.items(file.path("groups")))
                    .toList();
        }
    }
}
