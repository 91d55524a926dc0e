package kz.qadam.reporting.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Replaces these placeholders in the enumerations of a schema by the codes of all declared dimensions or measures. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class DeclaredLists implements OASFilter {

    /** Placeholder for all dimensions that figures can be broken down by. */
    public static final String BREAKDOWNS = "all-breakdowns";

    /** Placeholder for all measures. */
    public static final String MEASURES = "all-measures";

    private static final Map<Object, List<String>> LISTS = Map.of(
            BREAKDOWNS,
            Dimension.BREAKDOWNS.stream().map(Dimension::code).toList(),
            MEASURES,
            Arrays.stream(Measure.values()).map(Measure::code).toList());

    @Override
    public Schema filterSchema(Schema schema) {
        List<Object> values = schema.getEnumeration();
        if (values != null && values.stream().anyMatch(LISTS::containsKey)) {
            schema.setEnumeration(values.stream()
                    .flatMap(value -> LISTS.containsKey(value) ? LISTS.get(value).stream() : Stream.of(value))
                    .toList());
        }
        return schema;
    }
}
