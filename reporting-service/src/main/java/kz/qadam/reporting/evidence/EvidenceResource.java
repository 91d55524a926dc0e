package kz.qadam.reporting.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.list.NextPage;
import kz.qadam.chassis.list.Page;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Role;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointsInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jdbi.v3.core.Handle;

/** From a figure to the records that made it. */
@Path("/v1/audit/evidence")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OFFICE})
@Tag(name = "Audit")
public class EvidenceResource {

    private final Database database;
    private final PointsInTime moments;
    private final Readings readings;

    EvidenceResource(Database database, PointsInTime moments, Readings readings) {
        this.database = database;
        this.moments = moments;
        this.readings = readings;
    }

    /** The records behind a figure. */
    @GET
    @Operation(
            operationId = "evidence",
            summary = "The records behind a figure",
            description = "Each record with its references, the events about it and where they are in Kafka, and the"
                + " versions of the rules that admitted it. total is counted from the records and equals the figure at"
                + " the same asOf and on, of any cell of a breakdown too. Of trained and completions each record is"
                + " there; of completed, enrolled and people, for each person the first by which the person counts."
                + " With excluded=true: the completions that trained or completions leaves out, and why. That they"
                + " were read is noted itself.")
    @APIResponse(
            responseCode = "200",
            description = "A page, by day. Its cursor leads on through what was known at the same instant.",
            content = @Content(schema = @Schema(implementation = Evidence.class)))
    @APIResponse(responseCode = "422")
    public RestResponse<Evidence> evidence(
            @RestQuery @Parameter(required = true, description = "A cohort's code, or total.", example = "pupils")
                    String cohort,
            @RestQuery
                    @Parameter(
                            description = "Of which figure; trained if absent.",
                            schema = @Schema(ref = "EvidenceMeasure"))
                    String measure,
            @RestQuery @Parameter(description = "Of this region alone.", example = "KZ-75") String region,
            @RestQuery @Parameter(description = "Of this institution alone.", example = "school-42") String institution,
            @RestQuery @Parameter(description = "Of this course alone.", example = "AI-101") String course,
            @RestQuery @Parameter(description = "Of the courses of this area alone.", example = "ai") String area,
            @RestQuery @Parameter(description = "Of the institutions of this kind alone.", example = "school")
                    String kind,
            @RestQuery @Parameter(description = "Of the days of this month alone.", example = "2026-05") String month,
            @RestQuery @Parameter(description = "What the figure leaves out, instead.") Boolean excluded,
            @RestQuery @Parameter(description = "How many items at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "Where to go on; it keeps asOf and on.") String cursor,
            @RestQuery @Parameter(description = PointsInTime.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointsInTime.ON) String on,
            @Context UriInfo place) {
        EvidenceFilter filter = new EvidenceFilter(cohort, region, institution, course, area, kind, month);
        EvidenceQuery query = EvidenceQuery.of(measure, Boolean.TRUE.equals(excluded));
        int most = Page.limit(limit);
        EvidenceCursor after = cursor == null ? null : EvidenceCursor.parse(cursor);
        PointInTime moment = after == null
                ? moments.of(asOf, on)
                : moments.of(after.asOf().toString(), after.on().toString());
        Evidence page = database.transaction(handle -> {
            Evidence read = page(handle, moment, query, filter, after, most);
            readings.note(handle, asked(place), moment, read.items().size());
            return read;
        });
        ResponseBuilder<Evidence> answer = ResponseBuilder.ok(page).header("Cache-Control", "private, no-store");
        if (page.cursor() != null) {
            answer.header("Link", NextPage.link(place, page.cursor()));
        }
        return answer.build();
    }

    private static Evidence page(
            Handle database,
            PointInTime moment,
            EvidenceQuery query,
            EvidenceFilter filter,
            EvidenceCursor after,
            int limit) {
        Catalogue catalogue = catalogue(database, moment, filter);
        var records = new EvidenceRecords(database, moment, query, filter.within(database, moment, catalogue, query));
        long total = after == null ? records.count() : after.total();
        if (total == 0) {
            filter.requireKnownMembers(database, moment);
        }
        List<Evidence.Item> items = records.page(after == null ? EvidenceCursor.BEFORE_ALL : after, limit);
        return new Evidence(
                moment.asOf(),
                moment.on(),
                moment.batch(),
                query.measure(),
                filter,
                query.isOfExcluded(),
                total,
                items,
                items.size() < limit ? null : end(moment, query, total, items.get(limit - 1)));
    }

    private static String end(PointInTime moment, EvidenceQuery query, long total, Evidence.Item last) {
        return new EvidenceCursor(moment.asOf(), moment.on(), total, last.day(), query.idOf(last), last.cohort())
                .toString();
    }

    /** @throws Problem 404 for an unknown cohort */
    static Catalogue catalogue(Handle database, PointInTime moment, EvidenceFilter filter) {
        Catalogue catalogue = Catalogue.at(database, moment.batch());
        if (!filter.cohort().equals(Catalogue.TOTAL) && !catalogue.cohorts().containsKey(filter.cohort())) {
            throw Problem.unknownCode("cohort", filter.cohort());
        }
        return catalogue;
    }

    static String asked(UriInfo place) {
        return place.getRequestUri().getRawPath()
                + (place.getRequestUri().getRawQuery() == null
                        ? ""
                        : "?" + place.getRequestUri().getRawQuery());
    }
}
