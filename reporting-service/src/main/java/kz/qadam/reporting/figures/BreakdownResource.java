package kz.qadam.reporting.figures;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.openapi.DeclaredLists;
import kz.qadam.reporting.rollup.Dimension;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Figures by the members of a dimension. */
@Path("/v1/progress")
@PermitAll
@Tag(name = "Progress")
public class BreakdownResource {

    private final FigureAnswers answers;

    BreakdownResource(FigureAnswers answers) {
        this.answers = answers;
    }

    /** One cohort by the members of a dimension. */
    @GET
    @Path("/{cohort}/breakdown")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "breakdown",
            summary = "A cohort by the members of a dimension, such as its regions",
            description =
                    "additive tells which measures add up over the cells to the figure of the cohort. Every region,"
                            + " area and kind has a cell, also with zeroes; an institution or a course has a cell only"
                            + " if something is counted under it. As text/csv: one row for each cell, in UTF-8; a text"
                            + " that a spreadsheet would take for a formula begins with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Breakdown.class)),
                @Content(mediaType = AnswerFormat.TEXT_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "The figures have not changed: yours are current.")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public RestResponse<byte[]> breakdown(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "The dimension.",
                            example = "region",
                            schema = @Schema(enumeration = DeclaredLists.BREAKDOWNS))
                    String by,
            @BeanParam FigureParameters parameters) {
        Dimension dimension = Dimension.breakdown(by)
                .orElseThrow(() -> Problem.badParameter("by", "unknown-value", "by", Dimension.list()));
        return answers.respond(new FigureQuery.ByDimension(cohort, dimension), parameters);
    }

    /** The same figures as CSV. */
    @GET
    @Path("/{cohort}/breakdown")
    @Produces(AnswerFormat.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> breakdownTable(
            @RestPath String cohort, @RestQuery String by, @BeanParam FigureParameters parameters) {
        return breakdown(cohort, by, parameters.asTable());
    }
}
