package kz.qadam.chassis.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.batch.Batch;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to the OpenAPI document what all batch operations share: the formats of the request, and the answer as a table.
 * An operation itself declares the schema of the JSON array and an example table.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class BatchOperations implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WHAT_HOLDS_FOR_ALL =
            " Up to 10,000 items and 10 MiB as JSON array, NDJSON, CSV (comma, semicolon or tab; UTF-8) or .xlsx (its"
                    + " first sheet); columns in any order, dates also as 31.05.2026. Each item gets its own"
                    + " verdict, in the same order; right items are kept even if others are wrong, and sending a"
                    + " whole file again is safe. At most 100 faults of an item and 10,000 of a batch are listed;"
                    + " moreFaults counts the others. If the batches in process use all the memory reserved for"
                    + " them, the answer is 503 at once: wait for the time of Retry-After, and send the same again."
                    + " With Accept: text/csv the answer is the table that was sent, with the verdict on each row in"
                    + " further columns, to be corrected and sent again: a cell with a person's identification"
                    + " number in the wrong column is returned empty, and an apostrophe before a formula is removed"
                    + " when the table is read.";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) return;
        describeVerdicts(api);
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.endsWith("/batch") && item.getPOST() != null) complete(item.getPOST());
        });
    }

    /** Describes the verdicts, which the domain defines. */
    private static void describeVerdicts(OpenAPI api) {
        List<String> verdicts = CDI.current().select(new TypeLiteral<SubmissionKind<?, ?, ?>>() {}).stream()
                .flatMap(kind -> VerdictCounts.verdicts(kind.keptVerdicts()).stream())
                .distinct()
                .toList();
        if (verdicts.isEmpty()) return;
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        List<Object> statuses = new ArrayList<>(verdicts);
        statuses.add(Verdict.NOT_KEPT);
        schemas.get("Verdict").getProperties().get("status").setEnumeration(statuses);
        schemas.get("BatchAnswer")
                .setDescription("The verdict on every item, in the order of the input. received is the sum of "
                        + String.join(", ", verdicts) + " and, in an atomic batch that was not kept, notKept.");
        schemas.values().stream()
                .filter(BatchOperations::isBatchAnswer)
                .forEach(schema -> countVerdicts(schema, verdicts));
    }

    /** Whether a schema is a batch answer, or an answer of the domain that contains one. */
    private static boolean isBatchAnswer(Schema schema) {
        return schema.getProperties() != null && schema.getProperties().containsKey("notKept");
    }

    private static void countVerdicts(Schema schema, List<String> verdicts) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        schema.getProperties().forEach((name, property) -> {
            properties.put(name, property);
            if (name.equals("received")) {
                verdicts.forEach(verdict -> properties.put(
                        verdict,
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.INTEGER))
                                .format("int32")));
            }
        });
        schema.setProperties(properties);
    }

    private static void complete(Operation operation) {
        String own = operation.getDescription();
        operation.setDescription(((own == null ? "" : own) + WHAT_HOLDS_FOR_ALL).strip());
        operation.getRequestBody().setRequired(true);
        Content sent = operation.getRequestBody().getContent();
        add(
                sent,
                Batch.NDJSON,
                text(),
                item(sent.getMediaType(MediaType.APPLICATION_JSON).getExample()));
        add(sent, Batch.XLSX, text().format("binary"), null);
        APIResponse answer = operation.getResponses().getAPIResponse(String.valueOf(BatchAnswer.STATUS));
        add(answer.getContent(), Batch.CSV, text(), BatchAnswer.CSV);
    }

    private static void add(Content content, String type, Schema schema, Object example) {
        content.addMediaType(type, OASFactory.createMediaType().schema(schema).example(example));
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }

    /** The first item of an array, as a line. */
    private static Object item(Object array) {
        try {
            JsonNode items = array instanceof String text ? JSON.readTree(text) : JSON.valueToTree(array);
            return items == null || items.isEmpty() ? null : items.get(0).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An example is not valid JSON", e);
        }
    }
}
