package kz.qadam.enrolment.enrolments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What an enrolment has been. */
@Path("/v1/enrolments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrolments")
public class HistoryResource {

    private final Database database;
    private final Caller caller;

    HistoryResource(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** Its states. */
    @GET
    @Path("/{id}/history")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getEnrolmentHistory",
            summary = "Every state that an enrolment has had",
            description = "The oldest first: what made each state, who, when and why. Nothing is ever overwritten."
                    + " Another institution's is not found by a partner.")
    @APIResponse(
            responseCode = "200",
            description = "Its states",
            content = @Content(schema = @Schema(implementation = HistoryView.class)))
    public HistoryView history(@RestPath UUID id) {
        String own = caller.isOffice() || caller.isAuditor() ? null : caller.actingFor(null);
        return database.transaction(handle -> EnrolmentQuery.byId(handle, id)
                        .filter(enrolment -> own == null || own.equals(enrolment.institution()))
                        .map(enrolment -> FormerEnrolments.history(handle, enrolment)))
                .orElseThrow(Problem::notFound);
    }
}
