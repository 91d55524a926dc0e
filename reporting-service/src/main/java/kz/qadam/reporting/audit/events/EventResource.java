package kz.qadam.reporting.audit.events;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Single events, as received. */
@Path(EventResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OFFICE, Role.AUDITOR_OF_A_REGION})
@Tag(
        name = "Audit",
        description = "How an auditor checks a figure: the records behind it, and a second count. With a token"
                + " that names a region, records, events and revisions are of this region alone; what cannot be shown for one"
                + " region is 403 beyond-region.")
public class EventResource {

    static final String PATH = "/v1/audit/events";

    private final ReceivedEvents events;
    private final PointInTimeResolver points;

    EventResource(ReceivedEvents events, PointInTimeResolver points) {
        this.events = events;
        this.points = points;
    }

    /** One event. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Path("/{eventId}")
    @Operation(
            operationId = "event",
            summary = "An event as received",
            description =
                    "The attributes and the data of the event exactly as published, its topic, partition and offset in"
                            + " Kafka, and the batch and instant since which it is known. With asOf: 404 if it was not"
                            + " known then. Each request is written to the log of readings.")
    @APIResponse(responseCode = "200", description = "The event.")
    @APIResponse(responseCode = "422")
    public EventView event(
            @RestPath @Parameter(description = "The id of the event.") String eventId,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        PointInTime point = points.of(asOf, on);
        return events.read(id(eventId), point);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }
}
