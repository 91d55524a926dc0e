package kz.qadam.progress.desk;

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
@Path("/v1/completion-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "What waits for the caller.")
public class CompletionTaskResource {

    private final DeskTasks tasks;

    CompletionTaskResource(DeskTasks tasks) {
        this.tasks = tasks;
    }

    /** The tasks of the caller. */
    @GET
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION, Role.OFFICE_OF_A_REGION})
    @NotInTrail("It counts what waits, and shows nothing of people.")
    @Operation(
            operationId = "listCompletionTasks",
            summary = "What waits for the caller",
            description = "Of a partner: completions-pending, for longer than a day; completions-refused;"
                    + " completions-outside-programme; rows-in-conflict and rows-rejected, of the last seven days;"
                    + " platform-courses-unnamed, platform-accounts-not-linked and platform-accounts-not-enrolled, for"
                    + " which statements of learning platforms wait. Of"
                    + " the office: completions-pending, stale ones of all institutions; unreadable-events and"
                    + " parked-events. Of an auditor: the last two, archive-unconfirmed (segments of the trail that"
                    + " nobody has confirmed to have checked for two hours) and archive-contradicted. Of the"
                    + " office of a region: completions-pending, stale ones of its institutions. Of an auditor of a"
                    + " region: nothing. Further kinds may follow. What does not wait is left out.")
    @APIResponse(responseCode = "200", description = "The tasks; empty if nothing waits")
    public TaskList tasks() {
        return tasks.ofCaller();
    }
}
