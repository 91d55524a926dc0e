package kz.qadam.reporting.audit.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists who has read records of one learner, so that the office can answer the person. */
@Path("/v1/audit/learners/{learnerId}/readings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.AUDITOR})
@Tag(name = "Audit")
public class LearnerReadingResource {

    private final PointInTimeResolver points;
    private final LearnerReadings readings;

    LearnerReadingResource(PointInTimeResolver points, LearnerReadings readings) {
        this.points = points;
        this.readings = readings;
    }

    /** Lists the readings that had records of a learner, the oldest first. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "learnerReadings",
            summary = "Who has read records of a learner, and when",
            description =
                    "A reading is an answer that shows records of single people: a page of evidence, a sample, a list of"
                            + " hints or of revised records, an event, a receipt. The question of each is asked again as of the"
                            + " same instant, to see whether the learner was among the records. Figures are no readings:"
                            + " they show no single person. Each call examines the next 100 entries of the log, so a"
                            + " page may be empty and not the last: follow Link. With asOf: only entries up to that"
                            + " instant.")
    @APIResponse(
            responseCode = "200",
            description = "A page. Its cursor leads to the next page, and later to new entries.")
    @APIResponse(responseCode = "422")
    public RestResponse<Page<LearnerReading>> list(
            @RestPath @Parameter(description = "The learner, or one who was merged into another.") UUID learnerId,
            @RestQuery @Parameter(description = "The cursor of the previous page; absent for the first page.")
                    String cursor,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on,
            @Context UriInfo uri) {
        Cursor from = Cursor.parse(cursor);
        Instant until = asOf == null ? null : points.of(asOf, on).asOf();
        return readings.page(learnerId, from, until).at(uri);
    }
}
