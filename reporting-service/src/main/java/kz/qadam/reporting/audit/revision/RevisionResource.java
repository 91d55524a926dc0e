package kz.qadam.reporting.audit.revision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.catalogue.Catalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** How figures changed between two instants, and why. */
@Path("/v1/audit/revisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.VIEWER, Role.AUDITOR, Role.OFFICE, Role.VIEWER_OF_A_REGION, Role.AUDITOR_OF_A_REGION})
@Tag(name = "Audit")
public class RevisionResource {

    private final Database database;
    private final PointInTimeResolver points;
    private final Caller caller;
    private final Recording recording;

    RevisionResource(Database database, PointInTimeResolver points, Caller caller, Recording recording) {
        this.recording = recording;
        this.database = database;
        this.points = points;
        this.caller = caller;
    }

    /** How figures changed between two instants. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Operation(
            operationId = "revisions",
            summary = "How figures changed between two instants, and why",
            description =
                    "Each figure of the nation and of the regions as known at from and as known at to, for the same"
                            + " day, with the change by class. The classes add up to the difference.")
    @APIResponse(responseCode = "200", description = "The figures that changed.")
    @APIResponse(responseCode = "422")
    public FigureChanges revisions(
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "An instant with offset, or a date for the end of that local day.",
                            example = "2026-06-01T00:00:00+05:00")
                    String from,
            @RestQuery @Parameter(description = "A later instant or date; if absent, now.") String to,
            @RestQuery @Parameter(description = "Only figures of this cohort.", example = "pupils") String cohort,
            @RestQuery @Parameter(description = "The same as to; every question accepts asOf.") String asOf,
            @RestQuery
                    @Parameter(
                            description =
                                    "Counts what had happened by the end of this local day; if absent, the local day"
                                            + " of from.")
                    String on) {
        if (from == null) {
            throw Problem.badParameter("from", "missing", "from");
        }
        if (to != null && asOf != null && !to.equals(asOf)) {
            throw Problem.badParameter("asOf", "either", "to", "asOf");
        }
        AccessScope scope = caller.scopeOfFigures();
        PointInTime first = points.at("from", from, on);
        String until = to == null ? asOf : to;
        PointInTime last = until == null ? points.of(null, on) : points.at("to", until, on);
        if (last.batch() < first.batch()) {
            throw Problem.badParameter("to", "range/order", "to", "from");
        }
        recording.setPointInTime(last.asOf(), last.on(), last.batch());
        return database.transaction(handle -> {
            if (cohort != null && !Catalogue.at(handle, last.batch()).cohorts().containsKey(cohort)) {
                throw Problem.unknownCode("cohort", cohort);
            }
            return RevisionComparison.between(
                            handle, first, points.dayOf(first.asOf()), last, cohort == null ? Set.of() : Set.of(cohort))
                    .within(scope);
        });
    }
}
