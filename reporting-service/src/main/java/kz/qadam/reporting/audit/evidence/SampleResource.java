package kz.qadam.reporting.audit.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Draws samples that can be drawn again by the same seed. */
@Path("/v1/audit/samples")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OFFICE, Role.AUDITOR_OF_A_REGION})
@Tag(name = "Audit")
public class SampleResource {

    private static final int MAX_SIZE = 1_000;
    private static final int MAX_SEED_LENGTH = 100;

    private final Database database;
    private final PointInTimeResolver points;
    private final ReadingLog readings;
    private final Caller caller;

    SampleResource(Database database, PointInTimeResolver points, ReadingLog readings, Caller caller) {
        this.database = database;
        this.points = points;
        this.readings = readings;
        this.caller = caller;
    }

    /** Draws a sample of the trained learners of a cohort. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "sample",
            summary = "A sample of the trained learners of a cohort",
            description = "Stratified by region: each region contributes its share, drawn in the order of md5(seed, a"
                    + " space, learner). The same seed draws the same sample at the same asOf and on. Each request is"
                    + " written to the log of readings, with the seed.")
    @APIResponse(responseCode = "200", description = "The sample.")
    @APIResponse(responseCode = "422")
    public EvidenceSample sample(
            @RestQuery @Parameter(required = true, description = "The code of a cohort, or total.", example = "pupils")
                    String cohort,
            @RestQuery @Parameter(required = true, description = "How many learners, 1 to 1000.", example = "50")
                    Integer size,
            @RestQuery @Parameter(description = "Any text; if absent, the service makes one.", example = "2026-Q2")
                    String seed,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        EvidenceFilter filter =
                EvidenceFilter.ofCohort(cohort, caller.scopeOfStaff().region());
        if (size == null || size < 1 || size > MAX_SIZE) {
            throw Problem.badParameter("size", "range", "size", 1, MAX_SIZE);
        }
        if (seed != null && (seed.isEmpty() || seed.length() > MAX_SEED_LENGTH)) {
            throw Problem.badParameter("seed", "length", "seed", MAX_SEED_LENGTH);
        }
        String drawnBy = seed == null ? UUID.randomUUID().toString() : seed;
        PointInTime point = points.of(asOf, on);
        return database.transaction(handle -> {
            EvidenceSample sample = SampledRecords.draw(handle, point, filter, size, drawnBy);
            readings.note(
                    handle,
                    readings.requested() + (seed == null ? "&seed=" + drawnBy : ""),
                    point,
                    sample.items().size());
            return sample;
        });
    }
}
