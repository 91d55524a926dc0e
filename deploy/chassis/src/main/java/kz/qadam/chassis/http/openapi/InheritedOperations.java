package kz.qadam.chassis.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Names the operations that resources inherit from a resource of the chassis after their path, so that all operation
 * ids of the suite are unique: below {@code /v1/broken-things} {@code {things}} becomes {@code brokenThings}, {@code
 * {Things}} becomes {@code BrokenThings}, and {@code {Thing}} becomes {@code BrokenThing}. Below {@code
 * /v1/thing-imports} {@code {Imported}} becomes {@code Things}. Below {@code
 * /v1/things/events/segments} {@code {stream}} becomes {@code thingsEvents}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class InheritedOperations implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().values().forEach(operation -> name(operation, path.split("/", -1))));
    }

    private static String inOneWord(Stream<String> parts) {
        return parts.flatMap(part -> Stream.of(part.split("-", -1)))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static void name(Operation operation, String... path) {
        String id = operation.getOperationId();
        if (id == null || !id.contains("{") || path.length <= 2) {
            return;
        }
        String things = inOneWord(Stream.of(path[2]));
        String stream = inOneWord(Stream.of(path).skip(2).takeWhile(part -> !part.equals("segments")));
        operation.setOperationId(id.replace("{Stream}", stream)
                .replace("{stream}", Character.toLowerCase(stream.charAt(0)) + stream.substring(1))
                .replace("{Things}", things)
                .replace("{things}", Character.toLowerCase(things.charAt(0)) + things.substring(1))
                .replace("{Thing}", things.endsWith("s") ? things.substring(0, things.length() - 1) : things)
                .replace("{Imported}", things.replaceFirst("Imports$", "s")));
    }
}
