package kz.qadam.enrolment.enrolments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.list.VersionCursor;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The history of an enrolment. */
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

    /** The states of an enrolment. */
    @GET
    @Path("/{id}/history")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getEnrolmentHistory",
            summary = "Every state that an enrolment has had",
            description = "The oldest first, each with what happened, who did it, when and why. No state is ever"
                    + " overwritten. A partner finds only its own enrolments. A long history has several pages.")
    @APIResponse(responseCode = "200", description = "The states; the header Link leads to the next page")
    public RestResponse<HistoryView> history(
            @Context UriInfo place,
            @RestPath UUID id,
            @Parameter(description = "How many, 1 to 1000; 1000 if left out.") @RestQuery Integer limit,
            @Parameter(description = "Where an earlier page ended.") @RestQuery String cursor) {
        String own = caller.isOffice() || caller.isAuditor() ? null : caller.actingFor(null);
        VersionCursor after = VersionCursor.parse(cursor, limit);
        return database.transaction(handle -> EnrolmentQuery.byId(handle, id)
                        .filter(enrolment -> own == null || own.equals(enrolment.institution()))
                        .map(enrolment -> after.page(
                                FormerEnrolments.history(handle, enrolment, after),
                                HistoryView.State::version,
                                states -> new HistoryView(
                                        enrolment.id(), enrolment.reference(), enrolment.institution(), states),
                                place)))
                .orElseThrow(Problem::notFound);
    }
}
