package kz.qadam.reporting.figures.coverage;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.figures.AnswerFormat;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureParameters;
import kz.qadam.reporting.figures.ProgressResource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** How many institutions report; public. */
@Path("/v1/progress/coverage")
@PermitAll
@Tag(name = "Progress")
public class CoverageFiguresResource {

    private final FigureAnswers answers;

    CoverageFiguresResource(FigureAnswers answers) {
        this.answers = answers;
    }

    /** How many institutions have reported recently. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "coverageFigures",
            summary = "How many institutions report",
            description =
                    "How many of the active institutions have sent anything in the period, and how many have not; in"
                            + " all and by region. As text/csv: one row for each region. GET /v1/audit/coverage lists"
                            + " the institutions. Without a token: of the 30 days before the last month end; if one"
                            + " number of a row is below 3, all numbers but active are null. With a token of viewer,"
                            + " office or auditor: exact numbers of now, for any number of days, and how"
                            + " many have declared on which basis they send.")
    @APIResponse(responseCode = "401", description = ProgressResource.NEEDS_TOKEN)
    @APIResponse(responseCode = "403", description = ProgressResource.OTHER_ROLE)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CoverageFigures.class)))
    @APIResponse(responseCode = "304", description = "The figures have not changed since the ETag that you sent.")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public RestResponse<byte[]> coverage(
            @RestQuery
                    @Parameter(
                            description = "The length of the period in days; 30 if absent. Without a token: 30.",
                            example = "30")
                    Integer days,
            @BeanParam FigureParameters parameters) {
        return answers.respond(CoverageQuery.of(days), parameters);
    }

    /** The same figures as CSV. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Produces(AnswerFormat.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> coverageTable(@RestQuery Integer days, @BeanParam FigureParameters parameters) {
        return coverage(days, parameters.asTable());
    }
}
