package kz.qadam.chassis.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Declares dates, instants and ids inline as strings with a format. Separate schemas, named like the Java classes,
 * would become classes in generated clients and hide those of their language.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ValueSchemas implements OASFilter {

    private static final String COMPONENT = "#/components/schemas/";

    private static final Map<String, String> FORMATS = Map.of(
            "LocalDate", "date",
            "Instant", "date-time",
            "OffsetDateTime", "date-time",
            "UUID", "uuid");

    @Override
    public Schema filterSchema(Schema schema) {
        String ref = schema.getRef();
        String format =
                ref != null && ref.startsWith(COMPONENT) ? FORMATS.get(ref.substring(COMPONENT.length())) : null;
        if (format != null) {
            schema.setRef(null);
            schema.type(List.of(Schema.SchemaType.STRING)).format(format);
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        FORMATS.keySet().forEach(api.getComponents()::removeSchema);
    }
}
