package kz.qadam.chassis.events.kafka;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Lets the office send parked events again or discard them. The resource of a service lists them. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ParkedEventResource {

    private final ParkedEvents parked;
    private final Batch batch;
    private final Caller caller;

    protected ParkedEventResource(ParkedEvents parked, Batch batch, Caller caller) {
        this.parked = parked;
        this.batch = batch;
        this.caller = caller;
    }

    /** Sends parked events again. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/send-again")
    @RolesAllowed(Role.OFFICE)
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(name = "token", scopes = Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "send{Things}Again",
            summary = "Send parked events again",
            description = "Sends one event by its id, or all of them, after the cause was removed: for example, when"
                    + " Kafka accepts larger records. The events behind them follow. A second call does no harm.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ParkedEvents.SendAgain.class), example = "{}"))
    @APIResponse(responseCode = "200", description = "How many events are sent again.")
    public ParkedEvents.SentAgain sendAgain(byte[] body) {
        var which = body.length == 0
                ? new ParkedEvents.SendAgain(null)
                : ParkedEvents.SendAgain.read(batch.single(body).fields());
        return parked.sendAgain(which);
    }

    /** Discards a parked event. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/discard")
    @RolesAllowed(Role.OFFICE)
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(name = "token", scopes = Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "discard{Thing}",
            summary = "Discard a parked event",
            description =
                    "Discards an event that can never be sent, by its id. The events behind it follow, and a later"
                            + " state of the same subject is sent. This cannot be undone. The reason is written to"
                            + " the log. A second call does no harm.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ParkedEvents.Discard.class)))
    @APIResponse(responseCode = "200", description = "How many events are discarded: 0 if no such event is parked.")
    @APIResponse(responseCode = "422")
    public ParkedEvents.Discarded discard(byte[] body) {
        ParkedEvents.Discard which =
                ParkedEvents.Discard.read(batch.single(body).fields());
        return parked.discard(which, caller.subject());
    }
}
