package kz.qadam.progress.trail;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.desk.trail.TrailPage;

/** The page on which auditors read who did what in this service. */
@Path("/completion-trail")
public class CompletionTrailPage extends TrailPage {

    CompletionTrailPage() {
        super("completion-trail", "/v1/completion-trail");
    }
}
