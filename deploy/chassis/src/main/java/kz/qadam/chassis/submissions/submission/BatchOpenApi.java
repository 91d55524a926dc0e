package kz.qadam.chassis.submissions.submission;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.TypeLiteral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.http.batch.Batch;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * Adds to the OpenAPI document what all batch operations share: the formats of the request, whose items are those of
 * the operation for a single item, and the answer. An operation itself declares an example table, and its answer if
 * that is more than the verdicts.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class BatchOpenApi implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BATCH = "/batch";

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
        describeVerdicts(api);
        Map<String, PathItem> paths = api.getPaths().getPathItems();
        paths.forEach((path, item) -> {
            if (path.endsWith(BATCH)) {
                single(paths, path.substring(0, path.length() - BATCH.length()))
                        .ifPresent(single -> complete(item.getPOST(), single));
            }
        });
    }

    /** The operation for a single item, whose code may be in its path. */
    private static Optional<Operation> single(Map<String, PathItem> paths, String path) {
        return Optional.ofNullable(paths.get(path))
                .map(PathItem::getPOST)
                .or(() -> Optional.ofNullable(paths.get(path + "/{code}")).map(PathItem::getPUT));
    }

    /** Describes the verdicts, which the domain defines. */
    private static void describeVerdicts(OpenAPI api) {
        List<String> verdicts = CDI.current().select(new TypeLiteral<SubmissionKind<?, ?, ?>>() {}).stream()
                .flatMap(kind -> BatchAnswer.verdicts(kind.keptVerdicts()).stream())
                .distinct()
                .toList();
        if (verdicts.isEmpty()) return;
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        List<Object> statuses = new ArrayList<>(verdicts);
        statuses.add(ItemVerdict.NOT_KEPT);
        schemas.get("Verdict").getProperties().get("status").setEnumeration(statuses);
        schemas.get("BatchAnswer")
                .setDescription("The verdict on every item, in the order of the input. received is the sum of "
                        + String.join(", ", verdicts) + " and, in an atomic batch that was not kept, notKept.");
        schemas.values().stream()
                .filter(BatchOpenApi::isBatchAnswer)
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
                verdicts.forEach(verdict ->
                        properties.put(verdict, schema(SchemaType.INTEGER).format("int32")));
            }
        });
        schema.setProperties(properties);
    }

    private static void complete(Operation operation, Operation single) {
        String own = operation.getDescription();
        operation.setDescription(((own == null ? "" : own) + WHAT_HOLDS_FOR_ALL).strip());
        MediaType item = single.getRequestBody().getContent().getMediaType(APPLICATION_JSON);
        JsonNode example = tree(item.getExample());
        RequestBody body = operation.getRequestBody();
        Object table = body.getContent().getMediaType(Batch.CSV).getExample();
        body.required(true)
                .content(OASFactory.createContent()
                        .addMediaType(
                                APPLICATION_JSON,
                                media(
                                        schema(SchemaType.ARRAY).items(item.getSchema()),
                                        JSON.createArrayNode().add(example)))
                        .addMediaType(Batch.CSV, media(schema(SchemaType.STRING), table))
                        .addMediaType(Batch.NDJSON, media(schema(SchemaType.STRING), example.toString()))
                        .addMediaType(
                                Batch.XLSX, media(schema(SchemaType.STRING).format("binary"), null)));
        operation
                .getResponses()
                .getAPIResponse(String.valueOf(BatchAnswer.STATUS))
                .getContent()
                .addMediaType(Batch.CSV, media(schema(SchemaType.STRING), BatchAnswer.CSV));
    }

    private static MediaType media(Schema schema, Object example) {
        return OASFactory.createMediaType().schema(schema).example(example);
    }

    private static Schema schema(SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }

    private static JsonNode tree(Object example) {
        try {
            return example instanceof String text ? JSON.readTree(text) : JSON.valueToTree(example);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An example is not valid JSON", e);
        }
    }
}
