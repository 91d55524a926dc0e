package kz.qadam.enrolment.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The keys of institutions. */
@Path("/v1/institution-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Institution keys")
public class InstitutionKeyResource {

    private static final String LOCATION = "/v1/institution-keys/";

    private final Batch batch;
    private final Caller caller;
    private final InstitutionKeys keys;
    private final Database database;

    InstitutionKeyResource(Batch batch, Caller caller, InstitutionKeys keys, Database database) {
        this.batch = batch;
        this.caller = caller;
        this.keys = keys;
        this.database = database;
    }

    /** Makes a key. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postInstitutionKey",
            summary = "Make a key for a program",
            description =
                    "The answer has the id and the secret; the secret is shown this once. A program sends them by"
                            + " the scheme Basic (RFC 7617) with each request, to all three services, wherever a token of"
                            + " partner is accepted; a key that was made with only is accepted for that alone. Each program should"
                            + " have a key of its own: limits are counted, and revocations made, for each key. An institution has at most 20 keys that work.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = KeyPost.class), example = KeyPost.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "The new key, with its secret",
            headers = @Header(name = "Location", description = "Its path", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = NewKeyView.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "There is no such institution, it is not active, it has too many keys, or the day is too late")
    public RestResponse<NewKeyView> make(byte[] body) {
        var post = KeyPost.read(batch.single(body).fields(), keys.today(), keys.latestDay());
        NewKeyView made = keys.make(caller.actingFor(post.institution()), post, caller.subject());
        return ResponseBuilder.<NewKeyView>create(RestResponse.Status.CREATED)
                .entity(made)
                .header(HttpHeaders.LOCATION, LOCATION + made.id())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** Keys, page by page. */
    @GET
    @NotInTrail("It says nothing of people.")
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "listInstitutionKeys",
            summary = "The keys of institutions",
            description = "In the order of last change, also those that are expired or revoked. The last page has a"
                    + " cursor too: follow it later to get the keys made or revoked since.")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<KeyView>> list(
            @Parameter(description = "Of this institution; for a partner, its own.") @RestQuery String institution,
            @BeanParam PageQuery page) {
        String visible = visible(institution);
        return page.answer(start -> database.transaction(handle -> KeyRows.after(handle, start, visible)));
    }

    /** One key. */
    @GET
    @NotInTrail("It says nothing of people.")
    @Path("/{id}")
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getInstitutionKey",
            summary = "One key",
            description = "Without its secret, which nobody can read again.")
    @APIResponse(responseCode = "200", description = "The key")
    public KeyView one(@RestPath UUID id) {
        return keys.find(id, visible(null));
    }

    /** Revokes a key. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/{id}/revocation")
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "revokeInstitutionKey",
            summary = "Revoke a key",
            description =
                    "It is refused here within seconds, and everywhere within a minute. This cannot be taken back."
                            + " What was sent with the key stays. A key that was revoked before stays as it is.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = KeyRevocationPost.class),
                            example = KeyRevocationPost.EXAMPLE))
    @APIResponse(responseCode = "200", description = "The revoked key")
    @APIResponse(
            responseCode = "422",
            description = "The reason names a person, or looks like an identification number")
    public KeyView revoke(@RestPath UUID id, byte[] body) {
        String own = caller.submitter().institution().orElse(null);
        return keys.revoke(id, own, KeyRevocationPost.read(batch.single(body).fields()), caller.subject());
    }

    /**
     * The institution whose keys the caller may see; null: all.
     *
     * @param named the institution in the query, or null
     * @throws Problem {@link ProblemType#NOT_YOURS} if a partner names another than its own
     */
    private String visible(String named) {
        if (caller.isOffice() || caller.isAuditor()) {
            return named;
        }
        String own = caller.actingFor(null);
        if (named != null && !named.equals(own)) {
            throw new Problem(ProblemType.NOT_YOURS, Fault.parameter("institution", "not-yours"));
        }
        return own;
    }
}
