package kz.qadam.reporting.audit.reconciliation;

import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.TextCursor;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.figures.ExactContext;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Reconciles a figure with what institutions have sent. */
@Path("/v1/audit/figures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OFFICE})
@Tag(name = "Audit")
public class ReconciliationResource {

    private final Database database;
    private final PointInTimeResolver points;
    private final Recording recording;
    private final FigureAnswers figures;

    ReconciliationResource(Database database, PointInTimeResolver points, FigureAnswers figures, Recording recording) {
        this.recording = recording;
        this.database = database;
        this.points = points;
        this.figures = figures;
    }

    /** The figure of a cohort with its reconciliation. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Path("/{cohort}")
    @Operation(
            operationId = "reconciliation",
            summary = "A figure, reconciled with what institutions have sent",
            description =
                    "For each institution: what it has sent, the verdicts, and how much has not arrived here yet. For"
                            + " the cohort: the stages from its known completions to the figure. With institution: its"
                            + " days too.")
    @APIResponse(responseCode = "200", description = "The figure and its reconciliation.")
    @APIResponse(responseCode = "422")
    public Reconciliation figure(
            @RestPath @Parameter(description = "The code of a cohort.", example = "pupils") String cohort,
            @RestQuery @Parameter(description = "Only this institution, with its days.", example = "school-42")
                    String institution,
            @RestQuery @Parameter(description = "How many institutions at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "The cursor of the previous page; absent for the first page.")
                    String cursor,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        int most = Page.limit(limit);
        String after = cursor == null ? "" : TextCursor.read(cursor, 1, parts -> parts[0]);
        PointInTime point = points.of(asOf, on);
        recording.setPointInTime(point.asOf(), point.on(), point.batch());
        byte[] figure = figures.json(FigureQuery.ofCohort(cohort), new ExactContext(point));
        return database.transaction(handle -> {
            List<Reconciliation.Received> received =
                    new ArrayList<>(ReconciliationReader.received(handle, point, after, institution, most));
            String next = received.size() < most
                    ? null
                    : TextCursor.write(received.get(most - 1).institution());
            if (institution != null) {
                received.addAll(ReconciliationReader.days(handle, point, institution));
            }
            return new Reconciliation(
                    point.asOf(),
                    point.on(),
                    point.batch(),
                    new RawValue(new String(figure, StandardCharsets.UTF_8)),
                    ReconciliationReader.counted(handle, point, cohort),
                    received,
                    next);
        });
    }
}
