package kz.qadam.chassis.kafka;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What the office can do about events that Kafka does not take. The resource of a service lists them. */
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

    /** Sends again what is parked. */
    @POST
    @Path("/send-again")
    @RolesAllowed(Role.OFFICE)
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(name = "token", scopes = Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "send{Things}Again",
            summary = "Send parked events again",
            description = "One by its id, or all of them, when its cause is mended: for a record that was too large,"
                    + " when Kafka takes larger ones. What waits behind them follows. Calling it twice does no harm.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ParkedEvents.SendAgain.class), example = "{}"))
    @APIResponse(responseCode = "200", description = "How many are sent again.")
    public ParkedEvents.SentAgain sendAgain(ParkedEvents.SendAgain which) {
        return parked.sendAgain(which);
    }

    /** Gives up what is parked. */
    @POST
    @Path("/discard")
    @RolesAllowed(Role.OFFICE)
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(name = "token", scopes = Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "discard{Thing}",
            summary = "Give up a parked event",
            description =
                    "One that can never be sent, by its id. What waits behind it follows, and a later state of the"
                            + " same thing is sent. It cannot be taken back. The reason is kept in the log. Calling it twice does"
                            + " no harm.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ParkedEvents.Discard.class)))
    @APIResponse(responseCode = "200", description = "How many are given up: 0 if no such event is parked.")
    @APIResponse(responseCode = "422")
    public ParkedEvents.Discarded discard(byte[] body) {
        ParkedEvents.Discard which =
                ParkedEvents.Discard.read(batch.single(body).fields());
        return parked.discard(which, caller.subject());
    }
}
