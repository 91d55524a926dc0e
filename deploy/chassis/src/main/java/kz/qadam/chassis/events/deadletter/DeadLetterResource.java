package kz.qadam.chassis.events.deadletter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Shows and resolves the events of other services that this service could not take in. The resource of a service adds
 * the path.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class DeadLetterResource {

    private final KeptDeadLetters letters;
    private final Batch batch;
    private final Caller caller;

    protected DeadLetterResource(KeptDeadLetters letters, Batch batch, Caller caller) {
        this.letters = letters;
        this.batch = batch;
        this.caller = caller;
    }

    /** All dead letters, in the order of last change. */
    @GET
    @NotInTrail("It is about events that wait, and shows nothing of people.")
    @RolesAllowed({Role.AUDITOR, Role.OFFICE})
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(
            name = "token",
            scopes = {Role.AUDITOR, Role.OFFICE})
    @Operation(
            operationId = "{things}",
            summary = "Events that could not be taken in",
            description = "Ordered by last change. Their content is kept and not shown.")
    @APIResponse(
            responseCode = "200",
            description = "A page; its cursor leads to the next page, and later to the changes since.")
    public RestResponse<Page<DeadLetterView>> list(@BeanParam PageQuery page) {
        return page.answer(letters.page(page.start()));
    }

    /** Resolves a dead letter. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.AUDITOR, Role.OFFICE})
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(
            name = "token",
            scopes = {Role.AUDITOR, Role.OFFICE})
    @Operation(
            operationId = "resolve{Thing}",
            summary = "Retry or discard an event that could not be taken in",
            description = "retry takes the event in as it was received, as if it had just arrived; if that still fails,"
                    + " nothing changes (422). A second resolution with the same action changes nothing.")
    @APIResponse(responseCode = "200", description = "The dead letter is resolved.")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "422")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Resolution.class)))
    public DeadLetterView resolve(@RestPath UUID id, byte[] body) {
        return letters.resolve(id, Resolution.read(batch.single(body).fields()), caller.subject());
    }
}
