package kz.qadam.enrolment.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import kz.qadam.chassis.events.kafka.ParkedEvent;
import kz.qadam.chassis.events.kafka.ParkedEventResource;
import kz.qadam.chassis.events.kafka.ParkedEvents;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events about the catalogue, enrolments and merges that could not be sent. */
@Path("/v1/parked-states")
@Tag(name = "Operations")
public class ParkedStatesResource extends ParkedEventResource {

    /** The parked events, the oldest first and at most a thousand. */
    @Schema(name = "ParkedStates")
    public record Parked(
            @Schema(description = "Events that Kafka cannot accept as they are.")
            List<ParkedEvent> events) {}

    private final ParkedEvents parked;

    ParkedStatesResource(ParkedEvents parked, Batch batch, Caller caller) {
        super(parked, batch, caller);
        this.parked = parked;
    }

    /** Lists the parked events. */
    @GET
    @NotInTrail("It is about events that wait, and shows nothing of people.")
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getParkedStates",
            summary = "Events that this service could not send",
            description =
                    "Empty in normal operation. A parked event is not lost: it waits until the office sends it again or"
                            + " discards it. A newer state of the same subject is sent independently.")
    @APIResponse(responseCode = "200", description = "The oldest first, at most a thousand")
    public Parked parked() {
        return new Parked(parked.all());
    }
}
