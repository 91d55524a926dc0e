package kz.qadam.reporting.audit.trail;

import jakarta.ws.rs.Path;
import java.time.Clock;
import kz.qadam.chassis.desk.trail.TrailPage;
import kz.qadam.chassis.trail.TrailReader;

/** The page on which auditors read who did what in this service. */
@Path(ReportingTrailPage.PATH)
public class ReportingTrailPage extends TrailPage {

    static final String PATH = "/trail";

    ReportingTrailPage(TrailReader trail, Clock clock) {
        super(PATH, trail, clock);
    }
}
