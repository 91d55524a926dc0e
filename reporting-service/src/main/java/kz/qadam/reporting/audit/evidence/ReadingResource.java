package kz.qadam.reporting.audit.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.list.Cursor;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists who has read which records. */
@Path("/v1/audit/readings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDITOR)
@Tag(name = "Audit")
public class ReadingResource {

    private final Database database;
    private final PointInTimeResolver points;

    ReadingResource(Database database, PointInTimeResolver points) {
        this.database = database;
        this.points = points;
    }

    /** Lists readings, the oldest first. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "readings",
            summary = "Who has read which records, and when",
            description =
                    "One entry for each answer with records of people: pages of evidence, samples, lists of hints,"
                            + " events. With asOf: only entries up to that instant.")
    @APIResponse(
            responseCode = "200",
            description = "A page. Its cursor leads to the next page, and later to new entries.")
    @APIResponse(responseCode = "422")
    public RestResponse<Page<Reading>> list(
            @RestQuery @Parameter(description = "How many items at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "The cursor of the previous page; absent for the first page.")
                    String cursor,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on,
            @Context UriInfo uri) {
        Cursor from = Cursor.parse(cursor);
        int most = Page.limit(limit);
        Instant until = asOf == null ? null : points.of(asOf, on).asOf();
        return Page.of(
                        database.transaction(handle -> ReadingLog.after(handle, from, until, most, List.of())),
                        from,
                        most)
                .at(uri);
    }
}
