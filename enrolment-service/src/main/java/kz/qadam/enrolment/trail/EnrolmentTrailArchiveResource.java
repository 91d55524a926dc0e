package kz.qadam.enrolment.trail;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.events.archive.ArchiveResource;
import kz.qadam.chassis.events.archive.ArchiveStream;
import kz.qadam.chassis.events.archive.Confirmations;
import kz.qadam.chassis.events.archive.Segments;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sealed segments of this service's trail. */
@Path("/v1/enrolment-trail")
@Tag(name = "Trail")
public class EnrolmentTrailArchiveResource extends ArchiveResource {

    EnrolmentTrailArchiveResource(Segments segments, Confirmations confirmations) {
        super(ArchiveStream.TRAIL, segments, confirmations);
    }
}
