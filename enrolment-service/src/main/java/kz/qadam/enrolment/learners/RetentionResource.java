package kz.qadam.enrolment.learners;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.Period;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The retention of the numbers in the learner vault. */
@Path("/v1/vault-retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learner vault")
public class RetentionResource {

    private static final String WITHOUT_NUMBER = "select count(*) from learner where cipher_key is null";

    private final VaultConfig config;
    private final Retention retention;
    private final Database database;

    RetentionResource(VaultConfig config, Retention retention, Database database) {
        this.config = config;
        this.retention = retention;
        this.database = database;
    }

    /** The retention, and how many numbers are gone. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @NotInTrail("No record of a person is read.")
    @Operation(
            operationId = "getVaultRetention",
            summary = "How long the learner vault keeps identification numbers",
            description =
                    "An installation can limit how long a number is kept after the last enrolment or completion of"
                            + " its learner. A daily run then removes the number and the key by which it is found. The learnerId,"
                            + " the enrolments and all counts stay. A person who comes back afterwards is a new learner and is"
                            + " counted again.")
    @APIResponse(responseCode = "200", description = "The retention")
    public RetentionView retention() {
        LocalDate day = retention.expiredBefore().orElse(null);
        return database.transaction(handle -> new RetentionView(
                config.retention().map(Period::toString).orElse(null),
                day,
                handle.createQuery(WITHOUT_NUMBER).mapTo(Long.class).one()));
    }
}
