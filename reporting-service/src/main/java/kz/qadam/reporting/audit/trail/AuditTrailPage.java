package kz.qadam.reporting.audit.trail;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.desk.trail.TrailPage;

/** The page on which auditors read who did what in this service. */
@Path("/trail")
public class AuditTrailPage extends TrailPage {

    AuditTrailPage() {
        super("trail", "/v1/audit/trail");
    }
}
