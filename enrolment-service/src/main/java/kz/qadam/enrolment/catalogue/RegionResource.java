package kz.qadam.enrolment.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The regions of Kazakhstan. */
@Path("/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Regions")
public class RegionResource {

    /** All regions. */
    record Regions(List<Region> items) {}

    /** The codes that enrolments and institutions may name. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listRegions",
            summary = "The 20 regions",
            description = "Seventeen regions and three cities by ISO 3166-2:KZ, with their names.")
    @APIResponse(responseCode = "200", description = "The regions, by code")
    public Regions regions() {
        return new Regions(Region.ALL);
    }
}
