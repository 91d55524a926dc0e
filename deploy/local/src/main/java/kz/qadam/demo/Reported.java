package kz.qadam.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the figures of reporting-service. */
final class Reported {

    private final Api reporting;

    Reported(Access access) {
        this.reporting = new Api(access.reporting(), access.auditor());
    }

    /** The current figures of the cohorts; none while they are provisional. */
    Figures cohorts() throws IOException, InterruptedException {
        Map<String, Figure> at = new HashMap<>();
        JsonNode progress = reporting.get("/v1/progress");
        progress.get("cohorts").forEach(cohort -> at.put(cohort.get("cohort").asText(), figure(cohort)));
        return new Figures(at, progress.get("total").get("people").asLong());
    }

    boolean isProvisional() throws IOException, InterruptedException {
        return reporting.get("/v1/progress").get("provisional").asBoolean();
    }

    /** The figures for the nation, every region and every institution. */
    Figures everything() throws IOException, InterruptedException {
        Figures cohorts = cohorts();
        Map<String, Figure> at = new HashMap<>(cohorts.at());
        for (String cohort : cohorts.at().keySet()) {
            for (String by : List.of("region", "institution")) {
                reporting
                        .get("/v1/progress/" + cohort + "/breakdown?by=" + by)
                        .get("cells")
                        .forEach(cell -> at.put(cohort + " " + cell.get("key").asText(), figure(cell)));
            }
        }
        return new Figures(at, cohorts.people());
    }

    private static Figure figure(JsonNode node) {
        return new Figure(
                node.get("enrolled").asLong(),
                node.get("completions").asLong(),
                node.get("trained").asLong());
    }
}
