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
import kz.qadam.reporting.asof.TimeParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The pages that define the figures in plain words. A page that an answer has named is never removed. */
@Path("/definitions")
@PermitAll
public class DefinitionResource {

    static final int CURRENT = 5;

    /** The path of the definition in force. */
    public static final String PATH = "/definitions/" + CURRENT;

    private final PointsInTime pointsInTime;

    DefinitionResource(PointsInTime pointsInTime) {
        this.pointsInTime = pointsInTime;
    }

    /** The page of one definition. It does not depend on {@code asOf} and {@code on}, which are only checked. */
    @GET
    @Path("/{number}")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Blocking
    @Operation(hidden = true)
    public byte[] page(@RestPath int number, @RestQuery String asOf, @RestQuery String on) {
        if (asOf != null) {
            pointsInTime.past("asOf", asOf);
        }
        if (on != null) {
            TimeParameters.day("on", on);
        }
        try (InputStream page = DefinitionResource.class.getResourceAsStream("/definitions/" + number + ".html")) {
            if (page == null) {
                throw Problem.notFound();
            }
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
