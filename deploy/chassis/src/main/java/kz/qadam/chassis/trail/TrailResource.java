package kz.qadam.chassis.trail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.http.table.SpreadsheetCsv;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows auditors the trail of this service. The resource of a service adds the path. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class TrailResource {

    private final TrailReader trail;

    protected TrailResource(TrailReader trail) {
        this.trail = trail;
    }

    /** The entries, in the order in which they were written. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed(Role.AUDITOR)
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(name = "token", scopes = Role.AUDITOR)
    @Operation(
            operationId = "{things}Entries",
            summary = "Who did what in this service",
            description = "Each write, denial, login and read of records, exact figures or exports, in the order in"
                    + " which the entries were written. A request has at most one entry; single posts of one sender"
                    + " that are written together share one. An entry about a read or a denial is written within"
                    + " seconds after it. With filters other than subject, give a period (from, to): only its months"
                    + " are searched. Ids are opaque; nobody is named. The last page has a cursor too: follow it"
                    + " later to get the entries since. With Accept: text/csv all of them come as one table.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "410", description = "Entries of that time are in a copy of the archive only")
    public RestResponse<Page<TrailEntryView>> list(@BeanParam TrailQuery query, @BeanParam PageQuery page) {
        return page.answer(trail.page(query, page.start()));
    }

    /** The same as CSV. */
    @GET
    @RecordedInTrail(TrailKind.EXPORT)
    @Produces(BodyRows.CSV)
    @RolesAllowed(Role.AUDITOR)
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> table(@BeanParam TrailQuery query) {
        return SpreadsheetCsv.answer(trail.csv(query), "trail.csv");
    }
}
