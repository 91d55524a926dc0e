package kz.qadam.reporting.figures;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The description of all tables, for programs that read data packages. */
@Path("/datapackage.json")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Progress")
public class DataPackageResource {

    private final FigureAnswers answers;
    private final String url;

    DataPackageResource(FigureAnswers answers, @ConfigProperty(name = "qadam.public-url") String url) {
        this.answers = answers;
        this.url = url;
    }

    /** Describes all tables. */
    @GET
    @RecordedInTrail(TrailKind.EXPORT)
    @Operation(
            operationId = "dataPackage",
            summary = "The tables and their columns",
            description =
                    "A data package (datapackage.org, version 2.0): every breakdown and every series as CSV, with its"
                            + " columns. Without a token: the tables that everybody may read; columns of lower bounds"
                            + " are named so, as trained_at_least. With a token of viewer, office or auditor: the exact"
                            + " tables.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DataPackage.class)))
    @APIResponse(responseCode = "304", description = "It has not changed: yours is current.")
    @APIResponse(responseCode = "401", description = ProgressResource.INVALID_TOKEN)
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public RestResponse<byte[]> dataPackage(
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        return answers.respond(new DataPackage.Query(url), asOf, on, AnswerFormat.JSON);
    }
}
