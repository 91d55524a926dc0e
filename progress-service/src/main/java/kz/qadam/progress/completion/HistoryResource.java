package kz.qadam.progress.completion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.list.VersionCursor;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves the history of a completion. */
@Path("/v1/completions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Completions")
public class HistoryResource {

    private static final String STATES = """
            select %s from completion_state c
             where c.id = :id and (:institution::text is null or c.institution = :institution)
               and c.version > :version
             order by c.version limit :limit
            """.formatted(CompletionRows.NAMES);

    private final Database database;
    private final Caller caller;

    HistoryResource(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getCompletionHistory",
            summary = "Every state of a completion",
            description =
                    "Each state with its content, status, cause, time, reason, and the role of its author. A partner"
                            + " sees its own completions; for another institution's the answer is 404. A long"
                            + " history comes in pages.")
    @APIResponse(
            responseCode = "200",
            description = "Its states, the oldest first; the Link header leads to the next page.",
            content = @Content(schema = @Schema(implementation = HistoryView.class)))
    public RestResponse<HistoryView> history(
            @Context UriInfo place,
            @RestPath UUID id,
            @Parameter(description = "The number of states, 1 to 1000; default 1000.") @RestQuery Integer limit,
            @Parameter(description = "The cursor of an earlier page.") @RestQuery String cursor) {
        VersionCursor after = VersionCursor.parse(cursor, limit);
        String institution = caller.isOffice() || caller.isAuditor() ? null : caller.actingFor(null);
        List<Completion> states = database.transaction(handle -> handle.createQuery(STATES)
                .bind("id", id)
                .bind("institution", institution)
                .bind("version", after.version())
                .bind("limit", after.limit() + 1)
                .map(CompletionRows.COLUMNS)
                .list());
        if (states.isEmpty()) {
            throw Problem.notFound();
        }
        return after.page(states, Completion::version, HistoryView::of, place);
    }
}
