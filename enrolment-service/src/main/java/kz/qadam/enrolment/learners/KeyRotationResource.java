package kz.qadam.enrolment.learners;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys of the learner vault change. */
@Path("/v1/key-rotations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learner vault")
public class KeyRotationResource {

    private final VaultKeys keys;
    private final VaultInstances instances;
    private final Database database;

    KeyRotationResource(VaultKeys keys, VaultInstances instances, Database database) {
        this.keys = keys;
        this.instances = instances;
        this.database = database;
    }

    /** How far it is. */
    @GET
    @Path("/current")
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getKeyRotation",
            summary = "How far a change of the vault's keys is",
            description = "The key file decides: when it names other keys as current, the service notices within"
                    + " seconds and brings every learner under them, while enrolling goes on. No surrogate and no count"
                    + " changes. When it is complete, the earlier keys can go from the file. Keys are named by their ids"
                    + " only.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = RotationView.class)))
    public RotationView current() {
        keys.look();
        VaultKeys.Listed listed = keys.now();
        return database.transaction(handle -> RotationView.of(handle, listed, instances.running(handle, listed)));
    }
}
