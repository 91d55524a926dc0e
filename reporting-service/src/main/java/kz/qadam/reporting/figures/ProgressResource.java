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
import org.jboss.resteasy.reactive.RestResponse;

/** The figures of the programme and of one cohort. */
@Path("/v1/progress")
@PermitAll
@Tag(
        name = "Progress",
        description = "The figures. Without a token a caller sees the published figures; with a token of the role"
                + " viewer, office or auditor, the exact figures. With ETag and If-None-Match an unchanged answer"
                + " has no body.")
public class ProgressResource {

    private final FigureAnswers answers;

    ProgressResource(FigureAnswers answers) {
        this.answers = answers;
    }

    /** The programme with all its cohorts. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "progress",
            summary = "The figures of the programme",
            description = "Every cohort, compared with its plan, and the total of the cohorts that have a target."
                    + " total.trained is the sum over these cohorts; total.people counts distinct people, who may be"
                    + " in several cohorts. As text/csv: one row for each cohort.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Progress.class)),
                @Content(mediaType = AnswerFormat.TEXT_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "The figures have not changed: yours are current.")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public RestResponse<byte[]> progress(@BeanParam FigureParameters parameters) {
        return answers.respond(new FigureQuery.OfProgramme(), parameters);
    }

    /** The same figures as CSV. */
    @GET
    @Produces(AnswerFormat.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> progressTable(@BeanParam FigureParameters parameters) {
        return progress(parameters.asTable());
    }

    /** One cohort, or the total. */
    @GET
    @Path("/{cohort}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cohortProgress",
            summary = "The figures of one cohort",
            description =
                    "total means all cohorts that have a target on that day, together; its answer also has people and"
                            + " cohortsOnTrack. enrolled, completed and trained are a funnel: all three count people."
                            + " As text/csv: one row.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(anyOf = {CohortFigures.Alone.class, CohortFigures.Together.class})),
                @Content(mediaType = AnswerFormat.TEXT_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", description = "The figures have not changed: yours are current.")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public RestResponse<byte[]> cohort(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @BeanParam FigureParameters parameters) {
        return answers.respond(FigureQuery.ofCohort(cohort), parameters);
    }

    /** The same figures as CSV. */
    @GET
    @Path("/{cohort}")
    @Produces(AnswerFormat.TEXT_CSV)
    @Operation(hidden = true)
    public RestResponse<byte[]> cohortTable(@RestPath String cohort, @BeanParam FigureParameters parameters) {
        return cohort(cohort, parameters.asTable());
    }
}
