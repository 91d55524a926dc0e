package kz.qadam.enrolment.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.TextCursor;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchOptions;
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
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The accounts of people. */
@Path(UserAccountResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class UserAccountResource {

    static final String PATH = "/v1/accounts";

    /** Keycloak is asked for the roles of each, which takes some 30 ms. */
    static final int MOST = 50;

    static final int USUAL = 25;

    private final Batch batch;
    private final Caller caller;
    private final UserAccounts accounts;
    private final TableInvitations table;

    UserAccountResource(Batch batch, Caller caller, UserAccounts accounts, TableInvitations table) {
        this.batch = batch;
        this.caller = caller;
        this.accounts = accounts;
        this.table = table;
    }

    /** Accounts, page by page. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Operation(
            operationId = "listAccounts",
            summary = "The accounts of people",
            description = "In the order of their names, as the provider of logins has them; for an administrator of an"
                    + " institution, those of its partners and partner-admins. A page can have fewer than asked for; the"
                    + " last one has no Link. Accounts of programs are not listed.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "501", description = "Accounts are kept elsewhere")
    public RestResponse<Page<AccountView>> list(
            @Parameter(description = "Of this institution; for a partner-admin, its own.") @RestQuery
                    String institution,
            @Parameter(description = "Of this user name, which is given as a whole.") @RestQuery String name,
            @Parameter(description = "How many, 1 to 50; 25 if left out.") @RestQuery Integer limit,
            @Parameter(description = "Where an earlier page ended.") @RestQuery String cursor,
            UriInfo uri) {
        AccountScope scope = AccountScope.of(caller);
        int most = limit(limit);
        int first = cursor == null ? 0 : TextCursor.read(cursor, 1, parts -> Integer.parseUnsignedInt(parts[0]));
        var part = accounts.list(scope, visible(scope, institution), name, first, most);
        return new Page<>(part.accounts(), TextCursor.write(first + most), !part.isLast()).at(uri);
    }

    private static int limit(Integer wanted) {
        if (wanted != null && (wanted < 1 || wanted > MOST)) {
            throw Problem.badParameter("limit", "range", "limit", 1, MOST);
        }
        return wanted == null ? USUAL : wanted;
    }

    /** @throws Problem {@link ProblemType#NOT_YOURS} if a partner-admin names another institution than its own */
    private static String visible(AccountScope scope, String named) {
        if (scope.institution() == null || named == null) {
            return scope.institution() == null ? named : scope.institution();
        }
        if (!named.equals(scope.institution())) {
            throw new Problem(ProblemType.NOT_YOURS, Fault.parameter("institution", "not-yours"));
        }
        return named;
    }

    /** One account. */
    @GET
    @Path("/{id}")
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Operation(
            operationId = "getAccount",
            summary = "One account",
            description = "For an administrator of an institution, one of its partners or partner-admins.")
    @APIResponse(responseCode = "200", description = "The account")
    @APIResponse(responseCode = "501", description = "Accounts are kept elsewhere")
    public AccountView one(@RestPath UUID id) {
        return accounts.find(AccountScope.of(caller), id);
    }

    /** Invites a person. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "inviteToAccount",
            summary = "Invite a person",
            description = "Makes an account by which nobody can log in yet. The answer has a link, by which the person"
                    + " chooses a password once, within seven days. No mail is sent: put it on paper, or send it by hand."
                    + " Afterwards nobody can read it again; a password reset makes another. The first log in asks for"
                    + " a name, a mail address and, with many roles, a second factor.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = UserAccountPost.class),
                            example = UserAccountPost.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "The account, with the link",
            headers = @Header(name = "Location", description = "Its path", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = PasswordLinkView.class)))
    @APIResponse(responseCode = "409", description = "There is an account of this name")
    @APIResponse(
            responseCode = "422",
            description = "The role needs an institution or region, or must not have one; there is no such institution"
                    + " or region, or it is not active")
    @APIResponse(responseCode = "501", description = "Accounts are kept elsewhere")
    public RestResponse<PasswordLinkView> invite(byte[] body) {
        PasswordLinkView made =
                accounts.invite(UserAccountPost.read(batch.single(body).fields(), AccountScope.of(caller)));
        return ResponseBuilder.<PasswordLinkView>create(RestResponse.Status.CREATED)
                .entity(made)
                .header(HttpHeaders.LOCATION, PATH + "/" + made.id())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** Invites the people of a table. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/batch")
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "inviteToAccounts",
            summary = "Invite the people of a table",
            description =
                    "At most 1,000 people. Each item is read like the body of one invitation, and the verdict on one"
                            + " that is accepted has the link, which is shown once: here. Somebody who has an account of this"
                            + " name, role, institution and region is a duplicate; with renew=true, one who has not used the"
                            + " link yet gets another in its place. Each invitation is kept by itself: if the answer does not"
                            + " come, send the table again with renew=true.")
    @RequestBody(content = @Content(mediaType = Batch.CSV, example = UserAccountPost.CSV))
    @APIResponse(
            responseCode = "207",
            description = "The verdict on every item: accepted, duplicate, conflict or rejected",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    @APIResponse(responseCode = "501", description = "Accounts are kept elsewhere")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    public BatchAnswer inviteAll(
            @Parameter(
                            description = "Say what would become of each; invite nobody.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String dryRun,
            @Parameter(
                            description = "New links for those of the table who have not used theirs.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String renew,
            @Context HttpHeaders headers,
            byte[] body) {
        AccountScope scope = AccountScope.of(caller);
        var options = BatchOptions.of(dryRun, null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        boolean renews = BatchOptions.flag("renew", renew);
        if (headers.getMediaType() == null) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA);
        }
        return table.invite(body, headers.getMediaType(), options, scope, renews, effect -> true)
                .answer();
    }

    /** Locks, unlocks or resets. */
    @POST
    @Path("/{id}/changes")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeAccount",
            summary = "Lock, unlock or reset an account",
            description =
                    "Nobody does it to the own account. A token that a program of the person holds ends by itself,"
                            + " within minutes. A link of a password-reset works once, within seven days, and is shown once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = UserAccountChangePost.class),
                            example = UserAccountChangePost.EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = ChangedAccountView.class)))
    @APIResponse(responseCode = "409", description = "Somebody else has changed it at the same time")
    @APIResponse(
            responseCode = "422",
            description = "It is the caller’s own account, or one that the provider’s administrator keeps")
    @APIResponse(responseCode = "501", description = "Accounts are kept elsewhere")
    public RestResponse<ChangedAccountView> change(@RestPath UUID id, byte[] body) {
        AccountScope scope = AccountScope.of(caller);
        UserAccountChangePost post =
                UserAccountChangePost.read(batch.single(body).fields());
        var link = accounts.change(scope, accounts.find(scope, id), post.change(), post.language());
        return ResponseBuilder.ok(new ChangedAccountView(accounts.find(scope, id), link.orElse(null)))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
