package kz.qadam.progress.trail;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.trail.TrailReader;
import kz.qadam.chassis.trail.TrailResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows auditors who did what in this service. */
@Path("/v1/completion-trail")
@Tag(name = "Trail", description = "Who did what in this service.")
public class ProgressTrailResource extends TrailResource {

    ProgressTrailResource(TrailReader trail) {
        super(trail);
    }
}
