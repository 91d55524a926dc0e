package kz.qadam.enrolment.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The tasks of institutions to forget erased learners. */
@Path("/v1/erasure-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures")
public class ErasureTaskResource {

    private final Batch batch;
    private final Caller caller;
    private final Database database;
    private final ErasureTasks tasks;

    ErasureTaskResource(Batch batch, Caller caller, Database database, ErasureTasks tasks) {
        this.batch = batch;
        this.caller = caller;
        this.database = database;
        this.tasks = tasks;
    }

    /** Tasks, page by page. */
    @GET
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "listErasureTasks",
            summary = "The references that institutions have to forget",
            description = "In the order of last change. A partner sees its own tasks. The last page has a cursor too:"
                    + " follow it later to get the tasks made or confirmed since. Accounts at platforms that are to be"
                    + " deleted are at /v1/accounts-to-forget.")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<ErasureTask>> list(
            @Parameter(description = "Of this institution; for a partner, its own.") @RestQuery String institution,
            @BeanParam PageQuery page) {
        AccessScope asked = caller.scope().at(institution);
        return page.answer(start -> database.transaction(handle -> InstitutionTaskRows.after(handle, start, asked)));
    }

    /** Confirms a task. */
    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedInTrail(TrailKind.WRITE)
    @Operation(
            operationId = "confirmErasureTask",
            summary = "Confirm that the references are forgotten",
            description = "The institution has deleted the references and what it holds under them, or says that a law"
                    + " obliges it to keep them. The references are then deleted here too. A task that was confirmed"
                    + " before stays as it is.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ConfirmationPost.class),
                            example = ConfirmationPost.EXAMPLE))
    @APIResponse(responseCode = "200", description = "The confirmed task")
    public ErasureTask confirm(@RestPath UUID id, byte[] body) {
        // Who may not confirm anything hears that before what is wrong with the body.
        AccessScope scope = caller.scope();
        return tasks.confirm(id, scope, ConfirmationPost.read(batch.single(body).fields()));
    }
}
