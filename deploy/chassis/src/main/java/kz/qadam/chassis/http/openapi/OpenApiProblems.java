package kz.qadam.chassis.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to each operation the problems that follow from its input: an unreadable body, a missing token, an unknown path.
 * An operation declares further problems (409, 412, 422, 428, …) by their status; this filter adds schema and example.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class OpenApiProblems implements OASFilter {

    private static final Set<String> PLACEHOLDERS = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    /** Headers according to draft-ietf-httpapi-ratelimit-headers-10; each answer to a verified caller has the last two. */
    private static final Map<String, String> LIMITS = Map.of(
            "Retry-After", "After how many seconds to send the request again",
            "RateLimit-Policy",
                    "How much a caller may use at once (q), and in how many seconds this is available again (w):"
                            + " draft-ietf-httpapi-ratelimit-headers-10",
            "RateLimit",
                    "How much of it is left (r), and for how many seconds this must last (t):"
                            + " draft-ietf-httpapi-ratelimit-headers-10");

    private static final String SCHEMA = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        ProblemSchemas.addTo(api.getComponents());
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/q/")) return;
            item.getOperations().values().forEach(operation -> addTo(operation, item));
        });
    }

    private static void addTo(Operation operation, PathItem item) {
        if (operation.getResponses() == null) operation.setResponses(OASFactory.createAPIResponses());
        for (ProblemType type : fitting(operation, item)) {
            APIResponse response = operation.getResponses().getAPIResponse(String.valueOf(type.status()));
            if (response == null) {
                response = OASFactory.createAPIResponse();
                operation.getResponses().addAPIResponse(String.valueOf(type.status()), response);
            }
            describe(response, type);
        }
    }

    /** One problem per status; if several share a status, the first of the catalogue. */
    private static Set<ProblemType> fitting(Operation operation, PathItem item) {
        Set<ProblemType> fitting = EnumSet.noneOf(ProblemType.class);
        boolean takesBody = operation.getRequestBody() != null;
        List<Parameter> parameters = parameters(operation, item);
        if (takesBody) fitting.addAll(List.of(ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA));
        if (takesBody || takes(parameters, Parameter.In.QUERY)) fitting.add(ProblemType.INVALID_REQUEST);
        if (takes(parameters, Parameter.In.PATH)) fitting.add(ProblemType.NOT_FOUND);
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            fitting.addAll(List.of(ProblemType.UNAUTHORIZED, ProblemType.FORBIDDEN, ProblemType.TOO_MANY_REQUESTS));
        }
        Set<String> declared = operation.getResponses().getAPIResponses().keySet();
        Stream.of(ProblemType.values())
                .filter(type -> declared.contains(String.valueOf(type.status())))
                .filter(type -> fitting.stream().noneMatch(other -> other.status() == type.status()))
                .forEach(fitting::add);
        return fitting;
    }

    private static List<Parameter> parameters(Operation operation, PathItem item) {
        List<Parameter> all = new ArrayList<>();
        if (item.getParameters() != null) all.addAll(item.getParameters());
        if (operation.getParameters() != null) all.addAll(operation.getParameters());
        return all;
    }

    private static boolean takes(List<Parameter> parameters, Parameter.In place) {
        return parameters.stream().anyMatch(parameter -> parameter.getIn() == place);
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    /** Keeps the operation's own description, but replaces the placeholders of Quarkus. */
    private static void describe(APIResponse response, ProblemType type) {
        String said = response.getDescription();
        if (said == null || said.isBlank() || PLACEHOLDERS.contains(said))
            response.setDescription(type.title().in(Language.EN));
        if (type == ProblemType.TOO_MANY_REQUESTS)
            LIMITS.forEach((name, text) -> response.addHeader(name, header(text)));
        if (response.getRef() != null || response.getContent() != null) return;
        Schema schema = OASFactory.createSchema().ref(SCHEMA);
        response.setContent(OASFactory.createContent()
                .addMediaType(
                        ProblemBody.MEDIA_TYPE,
                        OASFactory.createMediaType().schema(schema).example(ProblemSchemas.example(type))));
    }
}
