package kz.qadam.enrolment.trail;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.chain.ReceivedHeads;
import kz.qadam.chassis.events.chain.TrailProofResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows auditors the chain of this service's trail, and the heads of the other trails. */
@Path("/v1/enrolment-trail")
@Tag(name = "Trail")
public class EnrolmentTrailProofResource extends TrailProofResource {

    EnrolmentTrailProofResource(Database database, ReceivedHeads heads) {
        super(database, heads);
    }
}
