package kz.qadam.chassis.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Lets the type of a member be null where one of its alternatives is. The scanner writes {@code null} as an alternative
 * to the schema of a record, and as a type only if it has met that record before; a validator refuses what either of the
 * two excludes.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class NullableTypes implements OASFilter {

    private static final List<Schema.SchemaType> NULL = List.of(Schema.SchemaType.NULL);

    @Override
    public Schema filterSchema(Schema schema) {
        List<Schema.SchemaType> types = schema.getType();
        boolean mayBeNull =
                schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(one -> NULL.equals(one.getType()));
        if (mayBeNull && types != null && !types.contains(Schema.SchemaType.NULL)) {
            schema.addType(Schema.SchemaType.NULL);
        }
        return schema;
    }
}
