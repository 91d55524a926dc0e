package kz.qadam.chassis.events.chain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.Unrecorded;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows auditors the chain of the trail, and the heads that other services have sent. The service adds the path. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class TrailProofResource {

    private static final String FROM = "Chained from this instant on, with offset.";
    private static final String TO = "Chained before this instant, with offset.";
    private static final String LIMIT = "The most items in the answer, 1 to 1000.";
    private static final String CURSOR = "The cursor of the previous page; absent for the first page.";

    private final Database database;
    private final ReceivedHeads heads;

    protected TrailProofResource(Database database, ReceivedHeads heads) {
        this.database = database;
        this.heads = heads;
    }

    /** The blocks of all instances. */
    @GET
    @Path("/blocks")
    @Unrecorded("Hashes say nothing about anybody.")
    @RolesAllowed(Role.AUDITOR)
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(name = "token", scopes = Role.AUDITOR)
    @Operation(
            operationId = "{things}Blocks",
            summary = "The chain of the trail",
            description =
                    "By instance, in the order of the chain. Each hash is the SHA-256 of the hash before (32 bytes)"
                            + " and of the SHA-256 of the entry (32 bytes). The entry is the JSON of the trail's list without the"
                            + " members text, textSalt and those that are null, in the order of their names and without spaces.")
    @APIResponse(responseCode = "200", description = "A page, with the cursor of the next one.")
    public RestResponse<Page<BlockView>> blocks(
            @RestQuery @Parameter(description = FROM) String from,
            @RestQuery @Parameter(description = TO) String to,
            @RestQuery @Parameter(description = LIMIT) Integer limit,
            @RestQuery @Parameter(description = CURSOR) String cursor,
            @Context UriInfo place) {
        ChainPeriod period = ChainPeriod.parse(from, to);
        BlockCursor after = BlockCursor.parse(cursor);
        int most = Page.limit(limit);
        List<BlockView> found = database.transaction(handle -> Blocks.listed(handle, after, period, most)).stream()
                .map(BlockView::of)
                .toList();
        BlockCursor next = found.isEmpty() ? after : BlockCursor.at(found.get(found.size() - 1));
        return new Page<>(found, next.toString(), found.size() == most).at(place);
    }

    /** The heads of the other services. */
    @GET
    @Path("/heads")
    @Unrecorded("Hashes say nothing about anybody.")
    @RolesAllowed(Role.AUDITOR)
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(name = "token", scopes = Role.AUDITOR)
    @Operation(
            operationId = "{things}Heads",
            summary = "The heads of other trails",
            description =
                    "The blocks that the other services have sent to this one: if a service lacks such a block, or"
                            + " has it with another hash, its trail was cut or written anew.")
    @APIResponse(responseCode = "200", description = "A page, with the cursor of the next one.")
    public RestResponse<Page<Head>> heads(
            @RestQuery @Parameter(description = FROM) String from,
            @RestQuery @Parameter(description = TO) String to,
            @RestQuery @Parameter(description = LIMIT) Integer limit,
            @RestQuery @Parameter(description = CURSOR) String cursor,
            @Context UriInfo place) {
        ChainPeriod period = ChainPeriod.parse(from, to);
        HeadCursor after = HeadCursor.parse(cursor);
        int most = Page.limit(limit);
        List<Head> found = heads.listed(after, period, most);
        HeadCursor next = found.isEmpty() ? after : HeadCursor.at(found.get(found.size() - 1));
        return new Page<>(found, next.toString(), found.size() == most).at(place);
    }
}
