package kz.qadam.reporting.figures;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

/** Figures over time. */
@Path("/v1/progress")
@Tag(name = "Progress")
public class SeriesResource {

    private final FigureAnswers answers;
    private final Figures figures;

    SeriesResource(FigureAnswers answers, Figures figures) {
        this.answers = answers;
        this.figures = figures;
    }

    /** How the trained of a cohort grew. */
    @GET
    @Path("/{cohort}/series")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "series",
            summary = "How the trained of a cohort grew",
            description =
                    "By day, ISO week or month, each period whole; of the nation beside its plan, or of one region"
                            + " or one institution. As text/csv: a row a period.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Series.class)),
                @Content(mediaType = Format.TEXT_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "The figures are those that you have.")
    @APIResponse(responseCode = "422")
    public RestResponse<byte[]> series(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "How long the periods are.",
                            example = "month",
                            schema = @Schema(ref = "SeriesInterval"))
                    String interval,
            @RestQuery
                    @Parameter(
                            description = "A day of the first period; that on which the programme starts, if absent.",
                            example = "2026-01-01")
                    String from,
            @RestQuery
                    @Parameter(
                            description = "A day of the last period, up to the horizon; that of on, if absent.",
                            example = "2026-12-31")
                    String to,
            @RestQuery @Parameter(description = "Of this region alone.", example = "KZ-75") String region,
            @RestQuery @Parameter(description = "Of this institution alone.", example = "school-42") String institution,
            @RestQuery @Parameter(description = Moments.AS_OF) String asOf,
            @RestQuery @Parameter(description = Moments.ON) String on,
            @RestQuery @Parameter(description = Format.MEANING, schema = @Schema(enumeration = {"json", "csv"}))
                    String format,
            @RestQuery @Parameter(description = Format.BOM, schema = @Schema(type = SchemaType.BOOLEAN)) String bom) {
        return answer(
                cohort,
                Span.of(interval, from, to),
                Series.Place.of(region, institution),
                asOf,
                on,
                Format.of(format, bom, Format.JSON));
    }

    /** The same as a table. */
    @GET
    @Path("/{cohort}/series")
    @Produces(Format.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> seriesTable(
            @RestPath String cohort,
            @RestQuery String interval,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String region,
            @RestQuery String institution,
            @RestQuery String asOf,
            @RestQuery String on,
            @RestQuery String format,
            @RestQuery String bom) {
        return answer(
                cohort,
                Span.of(interval, from, to),
                Series.Place.of(region, institution),
                asOf,
                on,
                Format.of(format, bom, Format.CSV));
    }

    private RestResponse<byte[]> answer(
            String cohort, Span span, Series.Place place, String asOf, String on, Format format) {
        return answers.answer(
                asOf,
                on,
                "series " + span + place + cohort,
                format,
                question -> figures.series(cohort, place, span, question));
    }
}
