package kz.qadam.reporting.audit.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Lists the records behind a revision. */
@Path("/v1/audit/revisions/records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OFFICE})
@Tag(name = "Audit")
public class RevisionRecordResource {

    private final PointInTimeResolver points;
    private final ReadingLog readings;

    RevisionRecordResource(PointInTimeResolver points, ReadingLog readings) {
        this.points = points;
        this.readings = readings;
    }

    /** The records that changed a figure. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "revisionRecords",
            summary = "The records that changed a figure between two instants",
            description = "The single changes that GET /v1/audit/revisions adds up: how each record counted before and"
                    + " after, and the event that changed it. A change that was undone in the same batch is not listed."
                    + " Each request is written to the log of readings.")
    @APIResponse(
            responseCode = "200",
            description = "A page, by batch. The pages of its cursor go up to the same instant.")
    @APIResponse(responseCode = "422")
    public RevisionRecords records(
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "An instant with offset, or a date for the end of that local day.",
                            example = "2026-06-01T00:00:00+05:00")
                    String from,
            @RestQuery @Parameter(description = "A later instant or date; if absent, now.") String to,
            @RestQuery @Parameter(required = true, description = "The code of a cohort, or total.", example = "pupils")
                    String cohort,
            @RestQuery
                    @Parameter(
                            description = "The measure; trained if absent.",
                            schema = @Schema(enumeration = {"trained", "completions"}))
                    String measure,
            @RestQuery("class")
                    @Parameter(name = "class", description = "Only changes of this class.", example = "late")
                    String kind,
            @RestQuery @Parameter(description = "How many items at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "The cursor of the previous page, which also carries to.")
                    String cursor,
            @RestQuery @Parameter(description = "The same as to; every question accepts asOf.") String asOf,
            @RestQuery
                    @Parameter(
                            description =
                                    "Counts what had happened by the end of this local day; if absent, the local day of"
                                            + " from.")
                    String on) {
        if (from == null) {
            throw Problem.badParameter("from", "missing", "from");
        }
        EvidenceFilter filter = EvidenceFilter.ofCohort(cohort, null);
        ChangedFactsQuery query = ChangedFactsQuery.of(measure);
        int most = Page.limit(limit);
        RevisionCursor after = cursor == null ? null : RevisionCursor.parse(cursor);
        PointInTime first = points.at("from", from, on);
        String until = after != null ? after.to().toString() : to == null ? asOf : to;
        PointInTime last = until == null ? points.of(null, on) : points.at("to", until, on);
        if (last.batch() < first.batch()) {
            throw Problem.badParameter("to", "range/order", "to", "from");
        }
        List<ChangedFactsQuery.Entry> entries = readings.read(
                last,
                handle -> {
                    List<String> cohorts =
                            EvidenceResource.catalogue(handle, last, filter).cohortsOf(cohort, first.on());
                    var question = new ChangedFactsQuery.Question(
                            cohorts, first.batch(), points.dayOf(first.asOf()), last.batch(), first.on(), kind);
                    return query.page(handle, question, after == null ? RevisionCursor.BEFORE_ALL : after, most);
                },
                List::size);
        return new RevisionRecords(
                first.asOf(),
                last.asOf(),
                first.on(),
                query.name().toLowerCase(Locale.ROOT),
                cohort,
                entries.stream().map(ChangedFactsQuery.Entry::item).toList(),
                entries.size() < most ? null : end(last, entries.get(most - 1)));
    }

    private static String end(PointInTime last, ChangedFactsQuery.Entry entry) {
        RevisionRecords.Item item = entry.item();
        return new RevisionCursor(last.asOf(), item.batch(), entry.id(), item.cohort()).toString();
    }
}
