package kz.qadam.reporting.audit.hint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.TimeParameterParser;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Settles hints. */
@Path("/v1/audit/hints/{month}/{id}/settlement")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDITOR)
@Tag(name = "Audit")
public class HintSettlementResource {

    private final Batch batch;
    private final HintSettlements settlements;

    HintSettlementResource(Batch batch, HintSettlements settlements) {
        this.batch = batch;
        this.settlements = settlements;
    }

    /** Settles a hint. */
    @PUT
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "settleHint",
            summary = "Say what was found out about a hint",
            description = "Only a hint that the configured thresholds find can be settled (404). Replaces an earlier"
                    + " settlement if If-Match names its ETag. Equal content changes nothing. A hint that grows later is"
                    + " open again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = HintSettlementPost.class),
                            example = HintSettlementPost.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "The first settlement of the hint.",
            content = @Content(schema = @Schema(implementation = HintSettlement.class)))
    @APIResponse(
            responseCode = "200",
            description = "The settlement in its current version.",
            content = @Content(schema = @Schema(implementation = HintSettlement.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "422", description = "The reason names a person.")
    @APIResponse(responseCode = "428")
    public RestResponse<HintSettlement> settle(
            @RestPath @Parameter(description = "The month of the hint.", example = "2026-05") String month,
            @RestPath @Parameter(description = "The id of the hint, as the list of hints has it.") UUID id,
            @Parameter(description = Precondition.DESCRIPTION) @RestHeader("If-Match") String ifMatch,
            byte[] body) {
        HintSettlementPost post =
                HintSettlementPost.READER.readOrThrow(batch.single(body).fields());
        HintSettlements.Kept kept =
                settlements.keep(TimeParameterParser.month("month", month), id, post, new Precondition(ifMatch));
        var status = kept.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return Precondition.tagged(status, kept.settlement().version(), kept.settlement());
    }
}
