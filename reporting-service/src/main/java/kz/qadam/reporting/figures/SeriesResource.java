package kz.qadam.reporting.figures;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
@PermitAll
@Tag(name = "Progress")
public class SeriesResource {

    private final FigureAnswers answers;

    SeriesResource(FigureAnswers answers) {
        this.answers = answers;
    }

    /** The trained people of a cohort, period by period. */
    @GET
    @Path("/{cohort}/series")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "series",
            summary = "The trained people of a cohort over time",
            description =
                    "By day, ISO week or month; each period is whole. The series is of the nation, with its plan, or of"
                            + " one region or one institution. As text/csv: one row for each period.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Series.class)),
                @Content(mediaType = AnswerFormat.TEXT_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "The figures have not changed: yours are current.")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public RestResponse<byte[]> series(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "The length of the periods.",
                            example = "month",
                            schema = @Schema(ref = "SeriesInterval"))
                    String interval,
            @RestQuery
                    @Parameter(
                            description = "A day of the first period. Default: the first day of the programme.",
                            example = "2026-01-01")
                    String from,
            @RestQuery
                    @Parameter(
                            description = "A day of the last period, up to the horizon. Default: the day of on.",
                            example = "2026-12-31")
                    String to,
            @RestQuery @Parameter(description = "Only this region.", example = "KZ-75") String region,
            @RestQuery @Parameter(description = "Only this institution.", example = "school-42") String institution,
            @BeanParam FigureParameters parameters) {
        var range = SeriesRange.of(interval, from, to);
        return answers.respond(
                new FigureQuery.OverTime(cohort, Series.Scope.of(region, institution), range), parameters);
    }

    /** The same figures as CSV. */
    @GET
    @Path("/{cohort}/series")
    @Produces(AnswerFormat.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> seriesTable(
            @RestPath String cohort,
            @RestQuery String interval,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String region,
            @RestQuery String institution,
            @BeanParam FigureParameters parameters) {
        return series(cohort, interval, from, to, region, institution, parameters.asTable());
    }
}
