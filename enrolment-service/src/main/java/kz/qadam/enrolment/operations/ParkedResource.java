package kz.qadam.enrolment.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.kafka.ParkedEvent;
import kz.qadam.chassis.kafka.ParkedEvents;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** States of the catalogue, of enrolments and of merges that could not be sent. */
@Path("/v1/parked-states")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.AUDITOR})
@Tag(name = "Operations")
public class ParkedResource {

    /** What is parked, the oldest first and at most a thousand. */
    @Schema(name = "ParkedStates")
    public record Parked(
            @Schema(description = "Events that Kafka does not take as they are.")
            List<ParkedEvent> events) {}

    private final ParkedEvents parked;
    private final Batch batch;
    private final Caller caller;

    ParkedResource(ParkedEvents parked, Batch batch, Caller caller) {
        this.parked = parked;
        this.batch = batch;
        this.caller = caller;
    }

    /** Lists what is parked. */
    @GET
    @Operation(
            operationId = "getParkedStates",
            summary = "What this service could not send",
            description =
                    "Empty while all is well. Nothing of it is lost: it waits until somebody sends it again or gives it"
                            + " up. A newer state of an enrolment is sent by itself.")
    @APIResponse(responseCode = "200", description = "The oldest first, at most a thousand")
    public Parked parked() {
        return new Parked(parked.all());
    }

    /** Sends again what is parked. */
    @POST
    @Path("/send-again")
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sendParkedStatesAgain",
            summary = "Send parked events again",
            description = "One by its id, or all of them, when its cause is mended: for a record that was too large,"
                    + " when Kafka takes larger ones. Calling it twice does no harm.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ParkedEvents.SendAgain.class), example = "{}"))
    @APIResponse(responseCode = "200", description = "How many are sent again")
    public ParkedEvents.SentAgain sendAgain(ParkedEvents.SendAgain which) {
        return parked.sendAgain(which);
    }

    /** Gives up what is parked. */
    @POST
    @Path("/discard")
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "discardParkedState",
            summary = "Give up a parked event",
            description =
                    "One that can never be sent, by its id. A later state of the same thing is sent again. It cannot be taken"
                            + " back. The reason is kept in the log. Calling it twice does no harm.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ParkedEvents.Discard.class)))
    @APIResponse(responseCode = "200", description = "How many are given up: 0 if no such event is parked.")
    @APIResponse(responseCode = "422")
    public ParkedEvents.Discarded discard(byte[] body) {
        ParkedEvents.Discard which =
                ParkedEvents.Discard.read(batch.single(body).fields());
        return parked.discard(which, caller.subject());
    }
}
