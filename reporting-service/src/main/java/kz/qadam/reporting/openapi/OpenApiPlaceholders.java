package kz.qadam.reporting.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Replaces placeholders by what is declared: in the enumerations of a schema by the codes of all dimensions or measures; a
 * property or a parameter with the name of the placeholder by one for each dimension.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class OpenApiPlaceholders implements OASFilter {

    /** Placeholder for all dimensions that figures can be broken down by. */
    public static final String BREAKDOWNS = "all-breakdowns";

    /** Placeholder for all attributes of enrolments. */
    public static final String ATTRIBUTES = "all-attributes";

    /** Placeholder for all measures. */
    public static final String MEASURES = "all-measures";

    private static final Map<Object, List<String>> LISTS = Map.of(
            BREAKDOWNS,
            Dimension.BREAKDOWNS.stream().map(Dimension::code).toList(),
            ATTRIBUTES,
            Dimension.ATTRIBUTES.stream().map(Dimension::code).toList(),
            MEASURES,
            Arrays.stream(Measure.values()).map(Measure::code).toList());

    /** Examples of members that no file names, or that a token of one region may ask for. */
    private static final Map<String, String> EXAMPLES =
            Map.of("region", "KZ-75", "institution", "school-42", "course", "AI-101");

    @Override
    public Schema filterSchema(Schema schema) {
        List<Object> values = schema.getEnumeration();
        if (values != null && values.stream().anyMatch(LISTS::containsKey)) {
            schema.setEnumeration(values.stream()
                    .flatMap(value -> LISTS.containsKey(value) ? LISTS.get(value).stream() : Stream.of(value))
                    .toList());
        }
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null && properties.keySet().stream().anyMatch(LISTS::containsKey)) {
            Map<String, Schema> declared = new LinkedHashMap<>();
            properties.forEach((name, property) ->
                    LISTS.getOrDefault(name, List.of(name)).forEach(one -> declared.put(one, property)));
            schema.setProperties(declared);
        }
        return schema;
    }

    @Override
    public Operation filterOperation(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        if (parameters != null && parameters.stream().anyMatch(one -> LISTS.containsKey(one.getName()))) {
            operation.setParameters(parameters.stream()
                    .flatMap(one -> LISTS.containsKey(one.getName())
                            ? LISTS.get(one.getName()).stream().map(name -> of(one, name))
                            : Stream.of(one))
                    .toList());
        }
        return operation;
    }

    private static Parameter of(Parameter placeholder, String name) {
        return OASFactory.createParameter()
                .name(name)
                .in(placeholder.getIn())
                .description(placeholder.getDescription().formatted(name))
                .example(example(name))
                .schema(placeholder.getSchema());
    }

    private static String example(String dimension) {
        return Optional.ofNullable(EXAMPLES.get(dimension))
                .orElseGet(() -> MemberNames.of(Dimension.breakdown(dimension).orElseThrow())
                        .orElseThrow()
                        .firstKey());
    }
}
