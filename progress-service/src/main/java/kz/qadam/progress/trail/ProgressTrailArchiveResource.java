package kz.qadam.progress.trail;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.events.archive.ArchiveResource;
import kz.qadam.chassis.events.archive.ArchiveStream;
import kz.qadam.chassis.events.archive.Confirmations;
import kz.qadam.chassis.events.archive.Segments;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sealed segments of this service's trail. */
@Path("/v1/completion-trail")
@Tag(name = "Trail")
public class ProgressTrailArchiveResource extends ArchiveResource {

    ProgressTrailArchiveResource(Segments segments, Confirmations confirmations) {
        super(ArchiveStream.TRAIL, segments, confirmations);
    }
}
