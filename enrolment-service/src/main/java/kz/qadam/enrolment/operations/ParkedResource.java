package kz.qadam.enrolment.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.kafka.ParkedEvent;
import kz.qadam.chassis.kafka.ParkedEventResource;
import kz.qadam.chassis.kafka.ParkedEvents;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** States of the catalogue, of enrolments and of merges that could not be sent. */
@Path("/v1/parked-states")
@Tag(name = "Operations")
public class ParkedResource extends ParkedEventResource {

    /** What is parked, the oldest first and at most a thousand. */
    @Schema(name = "ParkedStates")
    public record Parked(
            @Schema(description = "Events that Kafka does not take as they are.")
            List<ParkedEvent> events) {}

    private final ParkedEvents parked;

    ParkedResource(ParkedEvents parked, Batch batch, Caller caller) {
        super(parked, batch, caller);
        this.parked = parked;
    }

    /** Lists what is parked. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
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
}
