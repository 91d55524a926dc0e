package kz.qadam.reporting.figures;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import kz.qadam.reporting.asof.Moments;
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

/** The figures, for dashboards and for everybody. */
@Path("/v1/progress")
@Tag(
        name = "Progress",
        description = "The figures. Without a token they are those of the public; with viewer, office or auditor they"
                + " are exact. ETag and If-None-Match spare the body.")
public class ProgressResource {

    private final FigureAnswers answers;
    private final Figures figures;

    ProgressResource(FigureAnswers answers, Figures figures) {
        this.answers = answers;
        this.figures = figures;
    }

    /** The programme with all its cohorts. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "progress",
            summary = "The figures of the programme",
            description = "Every cohort beside its plan, and the targeted ones together. total.trained adds up the"
                    + " cohorts; total.people counts persons, who may be in several. As text/csv: a row a cohort.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Progress.class)),
                @Content(mediaType = Format.TEXT_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "The figures are those that you have.")
    @APIResponse(responseCode = "422")
    public RestResponse<byte[]> progress(
            @RestQuery @Parameter(description = Moments.AS_OF, example = "2026-06-01T00:00:00+05:00") String asOf,
            @RestQuery @Parameter(description = Moments.ON, example = "2026-05-31") String on,
            @RestQuery @Parameter(description = Format.MEANING, schema = @Schema(enumeration = {"json", "csv"}))
                    String format,
            @RestQuery @Parameter(description = Format.BOM, schema = @Schema(type = SchemaType.BOOLEAN)) String bom) {
        return answer(asOf, on, "progress", Format.of(format, bom, Format.JSON), figures::progress);
    }

    /** The same as a table. */
    @GET
    @Produces(Format.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> progressTable(
            @RestQuery String asOf, @RestQuery String on, @RestQuery String format, @RestQuery String bom) {
        return answer(asOf, on, "progress", Format.of(format, bom, Format.CSV), figures::progress);
    }

    /** One cohort, or the targeted ones together. */
    @GET
    @Path("/{cohort}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cohortProgress",
            summary = "The figures of one cohort",
            description =
                    "total stands for the cohorts with a target on that day together; it also has people and cohortsOnTrack."
                            + " enrolled, completed and trained are the funnel: all three are people. As text/csv: one row.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(anyOf = {CohortFigures.Alone.class, CohortFigures.Together.class})),
                @Content(mediaType = Format.TEXT_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "The figures are those that you have.")
    @APIResponse(responseCode = "422")
    public RestResponse<byte[]> cohort(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery @Parameter(description = Moments.AS_OF) String asOf,
            @RestQuery @Parameter(description = Moments.ON) String on,
            @RestQuery @Parameter(description = Format.MEANING, schema = @Schema(enumeration = {"json", "csv"}))
                    String format,
            @RestQuery @Parameter(description = Format.BOM, schema = @Schema(type = SchemaType.BOOLEAN)) String bom) {
        return answerOf(cohort, asOf, on, Format.of(format, bom, Format.JSON));
    }

    /** The same as a table. */
    @GET
    @Path("/{cohort}")
    @Produces(Format.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> cohortTable(
            @RestPath String cohort,
            @RestQuery String asOf,
            @RestQuery String on,
            @RestQuery String format,
            @RestQuery String bom) {
        return answerOf(cohort, asOf, on, Format.of(format, bom, Format.CSV));
    }

    private RestResponse<byte[]> answerOf(String cohort, String asOf, String on, Format format) {
        return answer(asOf, on, "cohort " + cohort, format, question -> figures.cohort(cohort, question));
    }

    private RestResponse<byte[]> answer(
            String asOf, String on, String asked, Format format, Function<Question, CohortTable.Source> answer) {
        return answers.answer(
                asOf,
                on,
                asked,
                format,
                format.isTable() ? question -> answer.apply(question).table() : answer::apply);
    }
}
