package kz.qadam.reporting.audit.trail;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.events.archive.ArchiveResource;
import kz.qadam.chassis.events.archive.ArchiveStream;
import kz.qadam.chassis.events.archive.Confirmations;
import kz.qadam.chassis.events.archive.Segments;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sealed segments of this service's trail. */
@Path("/v1/audit/trail")
@Tag(name = "Audit")
public class ReportingTrailArchiveResource extends ArchiveResource {

    ReportingTrailArchiveResource(Segments segments, Confirmations confirmations) {
        super(ArchiveStream.TRAIL, segments, confirmations);
    }
}
