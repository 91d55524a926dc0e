package kz.qadam.progress.trail;

import jakarta.ws.rs.Path;
import java.time.Clock;
import kz.qadam.chassis.desk.trail.TrailPage;
import kz.qadam.chassis.trail.TrailReader;

/** The page on which auditors read who did what in this service. */
@Path(ProgressTrailPage.PATH)
public class ProgressTrailPage extends TrailPage {

    static final String PATH = "/completion-trail";

    ProgressTrailPage(TrailReader trail, Clock clock) {
        super(PATH, trail, clock);
    }
}
