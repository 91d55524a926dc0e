package kz.qadam.progress.xapi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Says which accounts of erased people an institution has to delete at its platforms. */
@Path("/v1/accounts-to-forget")
@Tag(name = "Statements of platforms")
@RolesAllowed({Role.PARTNER, Role.OFFICE})
public class PlatformAccountsToForgetResource {

    private static final String OWNER = "The code of the institution; for a partner, its own.";

    private final PlatformAccountsToForget accounts;
    private final Caller caller;

    PlatformAccountsToForgetResource(PlatformAccountsToForget accounts, Caller caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    /** The accounts that are not confirmed. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "listAccountsToForget",
            summary = "The accounts of erased people that are to be deleted at platforms",
            description = "A person was erased whose accounts the institution had linked. It deletes them at its"
                    + " platforms, and confirms each; the references to forget are at /v1/erasure-tasks.")
    @APIResponse(responseCode = "200", description = "The accounts")
    public PlatformAccountsToForgetView list(
            @RestQuery @Parameter(description = OWNER, example = "school-42") String institution) {
        return new PlatformAccountsToForgetView(accounts.of(caller.actingFor(institution)));
    }

    /** Confirms that an account is deleted. */
    @DELETE
    @Path("/{account}")
    @RecordedInTrail(TrailKind.WRITE)
    @Operation(
            operationId = "confirmForgottenAccount",
            summary = "Confirm that an account is deleted at its platform",
            description =
                    "Or that a law obliges the institution to keep it. Its name is then deleted here too. Also 204"
                            + " if it was confirmed before.")
    @APIResponse(responseCode = "204", description = "Nothing but a keyed digest is left of the account")
    public RestResponse<Void> confirm(
            @RestPath String account,
            @RestQuery @Parameter(description = OWNER, example = "school-42") String institution) {
        accounts.confirm(caller.actingFor(institution), account);
        return RestResponse.noContent();
    }
}
