package kz.qadam.reporting.figures.coverage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Which institutions report, and which do not. */
@Path("/v1/audit/coverage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.VIEWER, Role.AUDITOR, Role.OFFICE, Role.VIEWER_OF_A_REGION, Role.AUDITOR_OF_A_REGION})
@Tag(name = "Audit")
public class CoverageResource {

    private final Coverages coverages;

    CoverageResource(Coverages coverages) {
        this.coverages = coverages;
    }

    /** Which institutions have reported recently. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Operation(
            operationId = "coverage",
            summary = "Which institutions report, and which are silent",
            description =
                    "Which of the active institutions have sent anything in the period, and which have not: so a reader"
                            + " can distinguish a figure of zero from a figure that nobody has reported. Counted by"
                            + " region too. It also says which of them have declared on which basis they send.")
    @APIResponse(
            responseCode = "200",
            description = "The counts, and a page of institutions in the order of their codes.")
    @APIResponse(responseCode = "422")
    public Coverage coverage(
            @RestQuery @Parameter(description = "The length of the period in days; 30 if absent.", example = "30")
                    Integer days,
            @RestQuery @Parameter(description = "Only institutions of this region.", example = "KZ-75") String region,
            @RestQuery
                    @Parameter(
                            description = "List only institutions in this state.",
                            schema = @Schema(enumeration = {"reported", "zero", "silent", "never"}))
                    String state,
            @RestQuery @Parameter(description = "How many institutions at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "The cursor of the previous page; absent for the first page.")
                    String cursor,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        return coverages.answer(new Coverages.Asked(days, region, state, limit, cursor, asOf, on));
    }
}
