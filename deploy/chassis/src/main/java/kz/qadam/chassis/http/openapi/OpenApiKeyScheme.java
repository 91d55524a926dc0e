package kz.qadam.chassis.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import kz.qadam.chassis.http.security.Role;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says of each operation that partners may call that a key of their institution is as good as a token. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class OpenApiKeyScheme implements OASFilter {

    private static final String NAME = "key";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        NAME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description(
                                        "The id and the secret of a key of an institution, sent without being asked"
                                                + " for. POST /v1/institution-keys of enrolment-service makes keys."));
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(OpenApiKeyScheme::isForPartners)
                .forEach(operation -> operation.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(NAME, List.of(Role.PARTNER))));
    }

    /** The scopes of a security requirement are the roles that may use an endpoint. */
    private static boolean isForPartners(Operation operation) {
        return operation.getSecurity() != null
                && operation.getSecurity().stream()
                        .flatMap(requirement -> requirement.getSchemes().values().stream())
                        .anyMatch(roles -> roles.contains(Role.PARTNER));
    }
}
