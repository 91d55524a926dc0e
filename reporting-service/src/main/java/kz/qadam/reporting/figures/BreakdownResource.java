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

/** Figures by place. */
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
                    "additive says which measures add up to the cohort's. Every region, and every member of another"
                            + " fixed list, has a cell, with zeroes too; of institutions and courses those with anything in"
                            + " them. As text/csv: a row a cell, in UTF-8; a text that a spreadsheet would calculate begins"
                            + " with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Breakdown.class)),
                @Content(mediaType = Format.TEXT_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "The figures are those that you have.")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public RestResponse<byte[]> breakdown(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "What to break down by.",
                            example = "region",
                            schema = @Schema(enumeration = DeclaredLists.BREAKDOWNS))
                    String by,
            @BeanParam FigureParameters parameters) {
        Dimension dimension = Dimension.breakdown(by)
                .orElseThrow(() -> Problem.badParameter("by", "unknown-value", "by", Dimension.list()));
        return answers.respond(new FigureQuery.ByDimension(cohort, dimension), parameters);
    }

    /** The same as a table. */
    @GET
    @Path("/{cohort}/breakdown")
    @Produces(Format.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> breakdownTable(
            @RestPath String cohort, @RestQuery String by, @BeanParam FigureParameters parameters) {
        return breakdown(cohort, by, parameters.asTable());
    }
}
