package kz.qadam.enrolment.trail;

import jakarta.ws.rs.Path;
import java.time.Clock;
import kz.qadam.chassis.desk.trail.TrailPage;
import kz.qadam.chassis.trail.TrailReader;

/** The page on which auditors read who did what in this service. */
@Path(EnrolmentTrailPage.PATH)
public class EnrolmentTrailPage extends TrailPage {

    static final String PATH = "/enrolment-trail";

    EnrolmentTrailPage(TrailReader trail, Clock clock) {
        super(PATH, trail, clock);
    }
}
