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

/** What is to be expected. */
@Path("/v1/progress")
@PermitAll
@Tag(name = "Progress")
public class ForecastResource {

    private final FigureAnswers answers;

    ForecastResource(FigureAnswers answers) {
        this.answers = answers;
    }

    /** What is to be expected of a cohort. */
    @GET
    @Path("/{cohort}/forecast")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "forecast",
            summary = "What is to be expected of a cohort",
            description =
                    "When the target is reached, how many will be trained by the horizon, and how sure that is: from"
                            + " 2,000 ways in which it might go on, drawn from a model of the pace so far and its season. The band"
                            + " from p10 to p90 is to hold in 80 of 100 cases. total: how many there will be of the targeted"
                            + " cohorts together; reached when each has reached its own target. The same question about the past"
                            + " has the same answer for ever.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ForecastView.Whole.class)))
    @APIResponse(responseCode = "304", description = "The forecast is that which you have.")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public RestResponse<byte[]> forecast(
            @RestPath @Parameter(description = "A cohort's code, or total.", example = "pupils") String cohort,
            @RestQuery @Parameter(description = PointsInTime.AS_OF, example = "2027-12-31") String asOf,
            @RestQuery @Parameter(description = PointsInTime.ON) String on) {
        return answers.respond(new FigureQuery.OfForecast(cohort), asOf, on, Format.JSON);
    }
}
