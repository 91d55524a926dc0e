package kz.qadam.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/** Collects facts from events, and copies them into the tables of reporting-service. */
final class FactCopies {

    private static final Map<String, String> TABLES = Map.of(
            "kz.qadam.enrolment.enrolled.v1",
            "enrolment_fact (enrolment, from_batch, to_batch, version, reference, institution, learner, course, cohort,"
                    + " region, enrolled_on, cause)",
            "kz.qadam.completion.recorded.v1",
            "completion_fact (completion, from_batch, to_batch, version, reference, institution, enrolment, learner,"
                    + " course, cohort, region, completed_on, status, counts, trained_version, recorded_at, cause)",
            "kz.qadam.learner.trained.v1",
            "trained_fact (learner, cohort, from_batch, to_batch, version, programme_version, cohort_version,"
                    + " trained_on, completion, institution, region, course, requirement_version, cause)");

    private static final String FIRST_BATCH = "1";
    private static final String STILL = "9223372036854775807";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, StringBuilder> rows = new TreeMap<>();

    void add(String type, byte[] data) throws IOException {
        rows.computeIfAbsent(type, table -> new StringBuilder()).append(row(type, json.readTree(data)));
    }

    /** Copies within the connection's transaction. */
    void copy(Connection connection) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Map.Entry<String, StringBuilder> table : rows.entrySet()) {
            byte[] text = table.getValue().toString().getBytes(StandardCharsets.UTF_8);
            copies.copyIn("copy " + TABLES.get(table.getKey()) + " from stdin", new ByteArrayInputStream(text));
        }
        rows.clear();
    }

    private static String row(String type, JsonNode data) {
        return switch (type) {
            case "kz.qadam.enrolment.enrolled.v1" ->
                row(
                        data.get("enrolmentId"),
                        FIRST_BATCH,
                        STILL,
                        data.get("version"),
                        data.get("reference"),
                        data.get("institution"),
                        data.get("learnerId"),
                        data.get("course"),
                        data.get("cohort"),
                        data.get("region"),
                        data.get("enrolledOn"),
                        "report");
            case "kz.qadam.completion.recorded.v1" ->
                row(
                        data.get("completionId"),
                        FIRST_BATCH,
                        STILL,
                        data.get("version"),
                        data.get("reference"),
                        data.get("institution"),
                        data.get("enrolmentId"),
                        data.get("learnerId"),
                        data.get("course"),
                        data.get("cohort"),
                        data.get("region"),
                        data.get("completedOn"),
                        data.get("status"),
                        data.get("counts"),
                        data.get("trainedVersion"),
                        data.get("recordedAt"),
                        "report");
            default ->
                row(
                        data.get("learnerId"),
                        data.get("cohort"),
                        FIRST_BATCH,
                        STILL,
                        data.get("version"),
                        data.get("programmeVersion"),
                        data.get("cohortVersion"),
                        data.get("trainedOn"),
                        data.get("completionId"),
                        data.get("institution"),
                        data.get("region"),
                        data.get("course"),
                        data.get("requirementVersion"),
                        "report");
        };
    }

    private static String row(Object... values) {
        var row = new StringBuilder();
        for (Object value : values) {
            row.append(row.isEmpty() ? "" : "\t").append(value instanceof JsonNode node ? node.asText() : value);
        }
        return row.append('\n').toString();
    }
}
