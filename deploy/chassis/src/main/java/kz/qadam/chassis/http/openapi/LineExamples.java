package kz.qadam.chassis.http.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import kz.qadam.chassis.http.table.BodyRows;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Shows an example of NDJSON as a line of text; otherwise it would be shown as a JSON object. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class LineExamples implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Operation filterOperation(Operation operation) {
        RequestBody body = operation.getRequestBody();
        if (body != null && body.getContent() != null) {
            MediaType lines = body.getContent().getMediaType(BodyRows.NDJSON);
            if (lines != null && lines.getExample() != null && !(lines.getExample() instanceof String)) {
                lines.setExample(line(lines.getExample()));
            }
        }
        return operation;
    }

    private static String line(Object example) {
        try {
            return JSON.writeValueAsString(example);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An example cannot be written", e);
        }
    }
}
