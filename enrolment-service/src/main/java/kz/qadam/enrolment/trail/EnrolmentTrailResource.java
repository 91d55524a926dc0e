package kz.qadam.enrolment.trail;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.trail.TrailReader;
import kz.qadam.chassis.trail.TrailResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows auditors who did what in this service. */
@Path("/v1/enrolment-trail")
@Tag(name = "Trail", description = "Who did what in this service.")
public class EnrolmentTrailResource extends TrailResource {

    EnrolmentTrailResource(TrailReader trail) {
        super(trail);
    }
}
