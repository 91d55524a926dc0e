package kz.qadam.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Reads the figures of reporting-service. */
final class ReportedFigures {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Api reporting;

    ReportedFigures(Access access) {
        this.reporting = new Api(access.reporting(), access.auditor());
    }

    /**
     * Waits until everything is counted, or the figures stop changing. What moves a learner to another region changes no
     * cohort, and may arrive after all else.
     *
     * @param sum is told the sum of the figures of the cohorts at each look
     * @return all figures, as they were read last
     */
    Figures await(Figures counted, LongConsumer sum) throws IOException, InterruptedException {
        Figures now = look(counted);
        long moved = System.nanoTime();
        while (System.nanoTime() - moved < PATIENCE.toNanos()
                && (!counted.differences(now).isEmpty() || isProvisional())) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            Figures before = now;
            now = look(counted);
            moved = now.equals(before) ? moved : System.nanoTime();
            sum.accept(now.ofCohorts().sum());
        }
        return everything();
    }

    /** The figures of the cohorts; if all of them are as counted, all figures. */
    private Figures look(Figures counted) throws IOException, InterruptedException {
        Figures cohorts = cohorts();
        return cohorts.equals(counted.ofCohorts()) ? everything() : cohorts;
    }

    /** The current figures of the cohorts; none while they are provisional. */
    private Figures cohorts() throws IOException, InterruptedException {
        Map<String, Figure> at = new HashMap<>();
        JsonNode progress = reporting.get("/v1/progress");
        progress.get("cohorts").forEach(cohort -> at.put(cohort.get("cohort").asText(), figure(cohort)));
        return new Figures(at, progress.get("total").get("people").asLong());
    }

    private boolean isProvisional() throws IOException, InterruptedException {
        return reporting.get("/v1/progress").get("provisional").asBoolean();
    }

    /** The figures for the nation, every region and every institution. */
    private Figures everything() throws IOException, InterruptedException {
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
