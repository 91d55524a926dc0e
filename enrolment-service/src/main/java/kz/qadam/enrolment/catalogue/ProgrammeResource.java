package kz.qadam.enrolment.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The programme whose progress is counted. */
@Path("/v1/programme")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programme and cohorts")
public class ProgrammeResource {

    private final Batch batch;
    private final CatalogueTransaction transaction;

    ProgrammeResource(Batch batch, CatalogueTransaction transaction) {
        this.batch = batch;
        this.transaction = transaction;
    }

    /** The version of the programme that is in force. */
    @GET
    @PermitAll
    @Operation(
            operationId = "getProgramme",
            summary = "The programme",
            description = "The days between which completions count, and the milestones. The ETag names the version.")
    @APIResponse(responseCode = "200", description = "The programme")
    public RestResponse<ProgrammeView> programme() {
        Programme programme = Programme.only();
        return Precondition.tagged(Status.OK, programme.version, ProgrammeView.of(programme));
    }

    /** Puts a new version in force. */
    @PUT
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putProgramme",
            summary = "Change the programme",
            description = "Adds a version, which is in force at once. Equal content changes nothing. If the days"
                    + " change, progress-service judges all completions again in the background.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    @APIResponse(responseCode = "200", description = "The programme in its current version")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "428")
    public RestResponse<ProgrammeView> put(
            @Parameter(description = Precondition.DESCRIPTION) @RestHeader("If-Match") String ifMatch, byte[] body) {
        return transaction.run(now -> {
            Programme programme = Programme.locked();
            var wanted = ProgrammeView.read(programme.code, batch.single(body).fields());
            var precondition = new Precondition(ifMatch);
            precondition.requirePresent();
            if (!programme.current().hasSameContent(wanted)) {
                precondition.requireMatch(programme.version);
                programme.addVersion(wanted, now);
                transaction.publish(programme);
            }
            return Precondition.tagged(Status.OK, programme.version, ProgrammeView.of(programme));
        });
    }
}
