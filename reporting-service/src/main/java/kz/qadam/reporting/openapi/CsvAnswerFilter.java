package kz.qadam.reporting.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Declares that an endpoint with the parameter {@code format} also answers with a table, as CSV. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class CsvAnswerFilter implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> "format".equals(one.getName()))) {
            operation
                    .getResponses()
                    .getAPIResponse("200")
                    .getContent()
                    .addMediaType(
                            "text/csv",
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        }
        return operation;
    }
}
