package kz.qadam.reporting.page.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.desk.DeskTasks;
import kz.qadam.chassis.desk.TaskList;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for the caller in this service. */
@Path("/v1/audit-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "What waits for the caller.")
public class AuditTaskResource {

    private final DeskTasks tasks;

    AuditTaskResource(DeskTasks tasks) {
        this.tasks = tasks;
    }

    /** The tasks of the caller. */
    @GET
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION, Role.OFFICE_OF_A_REGION})
    @NotInTrail("It counts what waits, and shows nothing of people.")
    @Operation(
            operationId = "listAuditTasks",
            summary = "What waits for the caller",
            description = "Of a partner: nothing-sent, if its institution has sent nothing for 30 days. Of office and"
                    + " auditors: institutions-silent (for 30 days) and institutions-that-never-sent;"
                    + " recount-differences, of the last daily recount; unreadable-events. Of an auditor also: hints"
                    + " of the month before this one that nobody has settled; worklists-open; archive-unconfirmed"
                    + " (segments that nobody has confirmed to have checked for two hours) and archive-contradicted."
                    + " Of an auditor or office of a region: the first two, of the region; of an auditor of a region"
                    + " also worklists-open. Further kinds may follow. What does not wait is left out.")
    @APIResponse(responseCode = "200", description = "The tasks; empty if nothing waits.")
    public TaskList tasks() {
        return tasks.ofCaller();
    }
}
