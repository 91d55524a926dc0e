package kz.qadam.chassis.submissions.profiles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.OnlyActiveSenders;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.http.version.SavedNameFormat;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The endpoints for saved profiles of one kind of table. The resource of a service adds the path and the kind. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class TableProfileResource {

    private static final String OWNER = "The code of the institution; for a partner, its own.";
    private static final String NAME = "The name of the profile: a code, such as deans-office.";

    private final ProfileKind kind;
    private final SavedTableProfiles profiles;
    private final Caller caller;

    protected TableProfileResource(ProfileKind kind, SavedTableProfiles profiles, Caller caller) {
        this.kind = kind;
        this.profiles = profiles;
        this.caller = caller;
    }

    /** All profiles of an institution. */
    @GET
    @NotInTrail("It says nothing of people.")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(
            name = "token",
            scopes = {Role.PARTNER, Role.OFFICE})
    @Operation(
            operationId = "list{Things}",
            summary = "The profiles by which tables of an institution are read",
            description = "In the order of their names. The office names an institution; for a partner it is its own.")
    @APIResponse(responseCode = "200", description = "The profiles")
    public TableProfileView.All all(
            @RestQuery @Parameter(description = OWNER, example = "school-42") String institution) {
        String owner = caller.actingFor(institution);
        return new TableProfileView.All(profiles.all(kind, owner).stream()
                .map(saved -> TableProfileView.of(owner, saved))
                .toList());
    }

    /** One profile. */
    @GET
    @NotInTrail("It says nothing of people.")
    @Path("/{institution}/{name}")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(
            name = "token",
            scopes = {Role.PARTNER, Role.OFFICE})
    @Operation(
            operationId = "get{Thing}",
            summary = "One profile by which tables are read",
            description = "The ETag names its version; a change needs this ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content = @Content(schema = @Schema(implementation = TableProfileView.class)))
    public RestResponse<TableProfileView> one(
            @RestPath @Parameter(description = OWNER, example = "school-42") String institution,
            @RestPath @Parameter(description = NAME, example = "deans-office") String name) {
        caller.requireActingFor(institution);
        SavedTableProfiles.Saved saved = profiles.get(kind, institution, name);
        return Precondition.tagged(Status.OK, saved.version(), TableProfileView.of(institution, saved));
    }

    /** Saves a profile. */
    @PUT
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/{institution}/{name}")
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(
            name = "token",
            scopes = {Role.PARTNER_ADMIN, Role.OFFICE})
    @OnlyActiveSenders
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "put{Thing}",
            summary = "Save a profile by which tables are read",
            description = "Creates a profile that does not exist. Replaces an existing one as a whole if If-Match names"
                    + " the ETag that you read. Equal content changes nothing. Files that were received before are not"
                    + " read again. A partner's administrator saves those of its own institution, at most 100.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = TableProfile.class), example = TableProfile.EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "The profile in its current version",
            content = @Content(schema = @Schema(implementation = TableProfileView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new profile",
            content = @Content(schema = @Schema(implementation = TableProfileView.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "428")
    public RestResponse<TableProfileView> put(
            @RestPath @Parameter(description = OWNER, example = "school-42") String institution,
            @RestPath @Parameter(description = NAME, example = "deans-office") String name,
            @Parameter(description = Precondition.DESCRIPTION) @RestHeader("If-Match") String ifMatch,
            @Parameter(description = "Always *: only creates, and replaces nothing.") @RestHeader("If-None-Match")
                    String ifNoneMatch,
            byte[] body) {
        caller.requireActingFor(institution);
        SavedNameFormat.require(name);
        TableProfile profile = profiles.read(kind, body, institution, name);
        var wanted = new SavedTableProfiles.Wanted(
                institution, name, profile, new Precondition(ifMatch), Precondition.createsOnly(ifNoneMatch));
        SavedTableProfiles.Done done = profiles.save(kind, wanted);
        var view = new TableProfileView(institution, name, profile);
        return done.isNew()
                ? Precondition.created(kind.path() + "/" + institution + "/" + name, done.version(), view)
                : Precondition.tagged(Status.OK, done.version(), view);
    }

    /** Deletes a profile. */
    @DELETE
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/{institution}/{name}")
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    // Of an inherited method the documentation sees no roles.
    @SecurityRequirement(
            name = "token",
            scopes = {Role.PARTNER_ADMIN, Role.OFFICE})
    @OnlyActiveSenders
    @Operation(
            operationId = "delete{Thing}",
            summary = "Delete a profile by which tables are read",
            description = "What was sent with it stays as it is.")
    @APIResponse(responseCode = "204", description = "The profile no longer exists")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public RestResponse<Void> delete(
            @RestPath @Parameter(description = OWNER, example = "school-42") String institution,
            @RestPath @Parameter(description = NAME, example = "deans-office") String name,
            @Parameter(description = Precondition.DESCRIPTION) @RestHeader("If-Match") String ifMatch) {
        caller.requireActingFor(institution);
        profiles.delete(kind, institution, name, new Precondition(ifMatch));
        return RestResponse.noContent();
    }
}
