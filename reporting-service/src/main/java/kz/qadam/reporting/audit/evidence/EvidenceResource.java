package kz.qadam.reporting.audit.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import kz.qadam.chassis.http.list.NextPage;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.openapi.OpenApiPlaceholders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jdbi.v3.core.Handle;

/** Lists the records behind a figure. */
@Path(EvidenceResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OFFICE, Role.AUDITOR_OF_A_REGION})
@Tag(name = "Audit")
public class EvidenceResource {

    static final String PATH = "/v1/audit/evidence";

    private final PointInTimeResolver points;
    private final ReadingLog readings;
    private final Caller caller;

    EvidenceResource(PointInTimeResolver points, ReadingLog readings, Caller caller) {
        this.points = points;
        this.readings = readings;
        this.caller = caller;
    }

    /** The records behind a figure. */
    @GET
    @RecordedInTrail(value = TrailKind.READ, undeclared = AskedMembers.Parameters.class)
    @Operation(
            operationId = "evidence",
            summary = "The records behind a figure",
            description =
                    "Each record with its references, its events and their positions in Kafka, and the versions of the"
                            + " rules that it was judged by. total is counted from the records and equals the figure"
                            + " at the same asOf and on, also for a cell of a breakdown. If the measure counts"
                            + " records, the list has each record; if it counts people, the first counted record of each"
                            + " person. With excluded=true: the completions that trained or completions does"
                            + " not count, and why. Each request is written to the log of readings.")
    @Parameter(
            name = OpenApiPlaceholders.BREAKDOWNS,
            in = ParameterIn.QUERY,
            description = "Only records of this %s.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page, by day. The pages of its cursor show what was known at the same instant.",
            content = @Content(schema = @Schema(implementation = Evidence.class)))
    @APIResponse(responseCode = "422")
    public RestResponse<Evidence> evidence(
            @RestQuery @Parameter(required = true, description = "The code of a cohort, or total.", example = "pupils")
                    String cohort,
            @RestQuery
                    @Parameter(
                            description = "The measure; trained if absent.",
                            schema = @Schema(ref = "EvidenceMeasure"))
                    String measure,
            @RestQuery @Parameter(description = "Only records of this month.", example = "2026-05") String month,
            @RestQuery
                    @Parameter(
                            description =
                                    "List the records that the figure does not count, instead of those that it counts.")
                    Boolean excluded,
            @RestQuery @Parameter(description = "How many items at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "The cursor of the previous page, which also carries asOf and on.")
                    String cursor,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on,
            @Context UriInfo uri) {
        AskedMembers asked = AskedMembers.of(uri.getQueryParameters()::getFirst);
        EvidenceQuestion question = EvidenceQuestion.of(
                new EvidenceFilter(
                        cohort,
                        asked.in(caller.scopeOfStaff().in(asked.region()).region()),
                        month),
                EvidenceListKind.of(measure, Boolean.TRUE.equals(excluded)),
                Page.limit(limit),
                cursor);
        PointInTime point = question.point(points, asOf, on);
        Evidence page = readings.read(
                point,
                handle -> question.answer(handle, point),
                read -> read.items().size());
        ResponseBuilder<Evidence> answer = ResponseBuilder.ok(page).header("Cache-Control", "private, no-store");
        if (page.cursor() != null) {
            answer.header("Link", NextPage.link(uri, page.cursor()));
        }
        return answer.build();
    }

    /** @throws Problem 404 for an unknown cohort */
    static Catalogue catalogue(Handle database, PointInTime point, EvidenceFilter filter) {
        Catalogue catalogue = Catalogue.at(database, point.batch());
        if (!filter.cohort().equals(Catalogue.TOTAL) && !catalogue.cohorts().containsKey(filter.cohort())) {
            throw Problem.unknownCode("cohort", filter.cohort());
        }
        return catalogue;
    }
}
