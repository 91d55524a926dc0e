package kz.qadam.reporting.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.list.Page;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Role;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointsInTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** From a revision to the records that made it. */
@Path("/v1/audit/revisions/records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OFFICE})
@Tag(name = "Audit")
public class RevisionRecordResource {

    private final Database database;
    private final PointsInTime moments;
    private final Readings readings;

    RevisionRecordResource(Database database, PointsInTime moments, Readings readings) {
        this.database = database;
        this.moments = moments;
        this.readings = readings;
    }

    /** The records that changed a figure. */
    @GET
    @Operation(
            operationId = "revisionRecords",
            summary = "The records that changed a figure between two instants",
            description = "What GET /v1/audit/revisions adds up, one by one: how each counted before and how it counts"
                    + " after, and the event about it. What came and went within one batch is not there. That they were"
                    + " read is noted.")
    @APIResponse(responseCode = "200", description = "A page, by batch. Its cursor leads on up to the same instant.")
    @APIResponse(responseCode = "422")
    public RevisionRecords records(
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "An instant with offset, or a date for the end of that local day.",
                            example = "2026-06-01T00:00:00+05:00")
                    String from,
            @RestQuery @Parameter(description = "A later one; what is known now, if absent.") String to,
            @RestQuery @Parameter(required = true, description = "A cohort's code, or total.", example = "pupils")
                    String cohort,
            @RestQuery
                    @Parameter(
                            description = "Of which figure; trained if absent.",
                            schema = @Schema(enumeration = {"trained", "completions"}))
                    String measure,
            @RestQuery("class") @Parameter(name = "class", description = "Of this class alone.", example = "late")
                    String kind,
            @RestQuery @Parameter(description = "How many items at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "Where to go on; it keeps to.") String cursor,
            @RestQuery @Parameter(description = "The same as to, as on every question.") String asOf,
            @RestQuery
                    @Parameter(
                            description =
                                    "Of what had happened by the end of this day; the local day of from, if absent.")
                    String on,
            @Context UriInfo place) {
        if (from == null) {
            throw Problem.badParameter("from", "missing", "from");
        }
        EvidenceFilter filter = EvidenceFilter.ofCohort(cohort);
        RevisionQuery query = RevisionQuery.of(measure);
        int most = Page.limit(limit);
        RevisionCursor after = cursor == null ? null : RevisionCursor.parse(cursor);
        PointInTime first = moments.at("from", from, on);
        String until = after != null ? after.to().toString() : to == null ? asOf : to;
        PointInTime last = until == null ? moments.of(null, on) : moments.at("to", until, on);
        if (last.batch() < first.batch()) {
            throw Problem.badParameter("to", "range/order", "to", "from");
        }
        return database.transaction(handle -> {
            List<String> cohorts =
                    EvidenceResource.catalogue(handle, last, filter).cohortsOf(cohort, first.on());
            var asked = new RevisionQuery.Asked(
                    cohorts, first.batch(), moments.dayOf(first.asOf()), last.batch(), first.on(), kind);
            List<RevisionQuery.Found> found =
                    query.page(handle, asked, after == null ? RevisionCursor.BEFORE_ALL : after, most);
            readings.note(handle, EvidenceResource.asked(place), last, found.size());
            return new RevisionRecords(
                    first.asOf(),
                    last.asOf(),
                    first.on(),
                    query.name().toLowerCase(Locale.ROOT),
                    cohort,
                    found.stream().map(RevisionQuery.Found::item).toList(),
                    found.size() < most ? null : end(last, found.get(most - 1)));
        });
    }

    private static String end(PointInTime last, RevisionQuery.Found found) {
        RevisionRecords.Item item = found.item();
        return new RevisionCursor(last.asOf(), item.batch(), found.id(), item.cohort()).toString();
    }
}
