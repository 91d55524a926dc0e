package kz.qadam.reporting.audit.trail;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.trail.TrailReader;
import kz.qadam.chassis.trail.TrailResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows auditors who did what in this service. */
@Path("/v1/audit/trail")
@Tag(name = "Audit")
public class ReportingTrailResource extends TrailResource {

    ReportingTrailResource(TrailReader trail) {
        super(trail);
    }
}
