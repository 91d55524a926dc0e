package kz.qadam.reporting.figures;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.reporting.asof.PointsInTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Forecasts. */
@Path("/v1/progress")
@PermitAll
@Tag(name = "Progress")
public class ForecastResource {

    private final FigureAnswers answers;

    ForecastResource(FigureAnswers answers) {
        this.answers = answers;
    }

    /** The forecast of a cohort or of the total. */
    @GET
    @Path("/{cohort}/forecast")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "forecast",
            summary = "The forecast of a cohort",
            description =
                    "When the target will be reached, how many people will be trained by the horizon, and how probable"
                            + " this is. The forecast is a Monte Carlo simulation of 2,000 paths, drawn from a model of"
                            + " the pace so far and its season; 80 of 100 paths lie in the band from p10 to p90. total:"
                            + " the sum of the cohorts that have a target; the total is reached when each of them has"
                            + " reached its own target. The same question about the past has the same answer for ever.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ForecastView.Whole.class)))
    @APIResponse(responseCode = "304", description = "The forecast has not changed: yours is current.")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public RestResponse<byte[]> forecast(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery @Parameter(description = PointsInTime.AS_OF, example = "2027-12-31") String asOf,
            @RestQuery @Parameter(description = PointsInTime.ON) String on) {
        return answers.respond(new FigureQuery.OfForecast(cohort), asOf, on, AnswerFormat.JSON);
    }
}
