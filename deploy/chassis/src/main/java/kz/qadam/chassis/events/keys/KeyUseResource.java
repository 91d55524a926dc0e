package kz.qadam.chassis.events.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows when the keys of an institution were used last in a service that copies them. The service adds the path. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class KeyUseResource {

    /** The answer. */
    @Schema(name = "KeyUses", description = "The keys that were used in this service, the last used first.")
    public record Uses(
            @Schema(description = "At most a thousand.") List<KeyUse> items) {}

    private static final int MOST = 1_000;

    private final KeyUses uses;
    private final Caller caller;

    protected KeyUseResource(KeyUses uses, Caller caller) {
        this.uses = uses;
        this.caller = caller;
    }

    /** The keys of one institution that were used here. */
    @GET
    @NotInTrail("It says nothing of people.")
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(
            name = "token",
            scopes = {Role.PARTNER_ADMIN, Role.OFFICE})
    @Operation(
            operationId = "{things}",
            summary = "When the keys of an institution were used here",
            description = "Each service knows this of itself. A key that was never used here is left out. The keys"
                    + " themselves, with their use in enrolment-service, are at /v1/institution-keys.")
    @APIResponse(responseCode = "200", description = "The keys that were used here")
    public Uses uses(
            @Parameter(
                            description = "The institution; a partner’s administrator may leave it out.",
                            example = "school-42")
                    @RestQuery
                    String institution) {
        return new Uses(uses.latest(caller.actingFor(institution), MOST));
    }
}
