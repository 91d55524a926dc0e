package kz.qadam.reporting.figures;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.asof.Moments;
import kz.qadam.reporting.openapi.DeclaredLists;
import kz.qadam.reporting.rollup.Dimension;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
    private final Figures figures;

    BreakdownResource(FigureAnswers answers, Figures figures) {
        this.answers = answers;
        this.figures = figures;
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
            @RestQuery @Parameter(description = Moments.AS_OF) String asOf,
            @RestQuery @Parameter(description = Moments.ON) String on,
            @RestQuery @Parameter(description = Format.MEANING, schema = @Schema(enumeration = {"json", "csv"}))
                    String format,
            @RestQuery @Parameter(description = Format.BOM, schema = @Schema(type = SchemaType.BOOLEAN)) String bom) {
        return answer(cohort, by, asOf, on, Format.of(format, bom, Format.JSON));
    }

    /** The same as a table. */
    @GET
    @Path("/{cohort}/breakdown")
    @Produces(Format.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> breakdownTable(
            @RestPath String cohort,
            @RestQuery String by,
            @RestQuery String asOf,
            @RestQuery String on,
            @RestQuery String format,
            @RestQuery String bom) {
        return answer(cohort, by, asOf, on, Format.of(format, bom, Format.CSV));
    }

    private RestResponse<byte[]> answer(String cohort, String by, String asOf, String on, Format format) {
        Dimension wanted = Dimension.breakdown(by)
                .orElseThrow(() -> Problem.badParameter("by", "unknown-value", "by", Dimension.list()));
        return answers.answer(
                asOf,
                on,
                "breakdown " + wanted + " " + cohort,
                format,
                question -> figures.breakdown(cohort, wanted, question));
    }
}
