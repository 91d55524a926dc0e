package kz.qadam.enrolment.desk;

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
@Path("/v1/enrolment-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
public class EnrolmentTaskResource {

    private final DeskTasks tasks;

    EnrolmentTaskResource(DeskTasks tasks) {
        this.tasks = tasks;
    }

    /** The tasks of the caller. */
    @GET
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION, Role.OFFICE_OF_A_REGION})
    @NotInTrail("It counts what waits, and shows nothing of people.")
    @Operation(
            operationId = "listEnrolmentTasks",
            summary = "What waits for the caller",
            description = "Of a partner: references-to-forget, of erased learners; of one who makes keys also"
                    + " keys-ending, within 30 days, and bases-missing (cohorts whose people it sends without a"
                    + " declared basis). Of the office: references-to-forget, of all institutions;"
                    + " persons-to-erase; persons-blocked, for a time; unreadable-events and parked-events. Of an"
                    + " auditor: the last two, archive-unconfirmed (segments of the trail that nobody has confirmed"
                    + " to have checked for two hours) and archive-contradicted. Of an auditor or office of a region: nothing."
                    + " Further kinds may follow. What does not wait is left out.")
    @APIResponse(responseCode = "200", description = "The tasks; empty if nothing waits")
    public TaskList tasks() {
        return tasks.ofCaller();
    }
}
