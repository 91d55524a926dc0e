package kz.qadam.reporting.figures;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.asof.PointsInTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What the figures mean: for readers, pages in plain words; for programs, the description of all tables. */
@Path("/")
@PermitAll
@Tag(name = "Progress")
public class DefinitionResource {

    static final int CURRENT = 4;

    /** The path of the definition in force. */
    public static final String PATH = "/definitions/" + CURRENT;

    private final FigureAnswers answers;
    private final PointsInTime pointsInTime;
    private final String url;

    DefinitionResource(
            FigureAnswers answers, PointsInTime pointsInTime, @ConfigProperty(name = "qadam.public-url") String url) {
        this.answers = answers;
        this.pointsInTime = pointsInTime;
        this.url = url;
    }

    /**
     * The page of one definition; a page that an answer has named is never removed. It does not depend on {@code asOf}
     * and {@code on}, which are only checked.
     */
    @GET
    @Path("/definitions/{number}")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Blocking
    @Operation(hidden = true)
    public byte[] page(@RestPath int number, @RestQuery String asOf, @RestQuery String on) {
        pointsInTime.unsettledIfKnown(asOf, on);
        try (InputStream page = DefinitionResource.class.getResourceAsStream("/definitions/" + number + ".html")) {
            if (page == null) {
                throw Problem.notFound();
            }
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Describes all tables, for programs that read data packages. */
    @GET
    @Path("/datapackage.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "dataPackage",
            summary = "The tables and their columns",
            description =
                    "A data package (datapackage.org, version 2.0): every breakdown and every series as CSV, with its"
                            + " columns.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DataPackage.class)))
    @APIResponse(responseCode = "304", description = "It has not changed: yours is current.")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public RestResponse<byte[]> dataPackage(
            @RestQuery @Parameter(description = PointsInTime.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointsInTime.ON) String on) {
        return answers.respond(new DataPackage.Query(url), asOf, on, AnswerFormat.JSON);
    }
}
