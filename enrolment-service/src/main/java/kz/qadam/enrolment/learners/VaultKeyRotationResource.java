package kz.qadam.enrolment.learners;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Key rotation: the progress of a change of the keys of the learner vault. */
@Path("/v1/key-rotations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learner vault")
public class VaultKeyRotationResource {

    private final VaultKeys keys;
    private final VaultInstances instances;
    private final Database database;

    VaultKeyRotationResource(VaultKeys keys, VaultInstances instances, Database database) {
        this.keys = keys;
        this.instances = instances;
        this.database = database;
    }

    /** The progress of the current rotation. */
    @GET
    @NotInTrail("It says nothing of people.")
    @Path("/current")
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getKeyRotation",
            summary = "The progress of a key rotation of the learner vault",
            description = "A rotation starts when the key file names other keys as current. The service notices it"
                    + " within seconds and encrypts every learner with the new keys; enrolments continue meanwhile. No"
                    + " learnerId and no count changes. When the rotation is complete, the earlier keys can be removed"
                    + " from the file. The answer names keys by their ids only.")
    @APIResponse(responseCode = "200", description = "The current progress")
    public VaultKeyRotationView current() {
        keys.reload();
        VaultKeys.KeyRings keyRings = keys.current();
        return database.transaction(
                handle -> VaultKeyRotationView.of(handle, keyRings, instances.running(handle, keyRings)));
    }
}
