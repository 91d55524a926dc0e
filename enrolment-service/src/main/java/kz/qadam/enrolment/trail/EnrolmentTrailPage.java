package kz.qadam.enrolment.trail;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.desk.trail.TrailPage;

/** The page on which auditors read who did what in this service. */
@Path("/enrolment-trail")
public class EnrolmentTrailPage extends TrailPage {

    EnrolmentTrailPage() {
        super("enrolment-trail", "/v1/enrolment-trail");
    }
}
