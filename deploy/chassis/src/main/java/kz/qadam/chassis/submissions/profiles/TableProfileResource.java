package kz.qadam.chassis.submissions.profiles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.batch.Fields;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.OnlyActiveSenders;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.Recorded;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.chassis.trail.Unrecorded;
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
import org.jdbi.v3.core.Handle;

/** The endpoints for saved profiles of one kind of table. The resource of a service adds the path and the kind. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class TableProfileResource {

    private static final String OWNER = "The code of the institution; for a partner, its own.";
    private static final String NAME = "The name of the profile: a code, such as deans-office.";
    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9][A-Za-z0-9._-]{0,99}");
    private static final int MOST_PROFILES = 100;

    private final String path;
    private final String kind;
    private final Columns columns;
    private final Batch batch;
    private final Caller caller;
    private final Database database;
    private final Recording recording;
    private final Clock clock;

    /**
     * @param path of the resource, such as {@code /v1/thing-table-profiles}
     * @param kind the kind of the rows: the name of their kind of submission
     * @param columns those of their template
     */
    protected TableProfileResource(
            String path,
            String kind,
            Columns columns,
            Batch batch,
            Caller caller,
            Database database,
            Recording recording,
            Clock clock) {
        this.path = path;
        this.kind = kind;
        this.columns = columns;
        this.batch = batch;
        this.caller = caller;
        this.database = database;
        this.recording = recording;
        this.clock = clock;
    }

    /** Whether the service knows an institution. */
    protected abstract boolean isKnown(Handle handle, String institution);

    /** All profiles of an institution. */
    @GET
    @Unrecorded("It says nothing of people.")
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
        return new TableProfileView.All(
                database.transaction(handle -> rows(handle, owner).all()).stream()
                        .map(saved -> TableProfileView.of(owner, saved))
                        .toList());
    }

    /** One profile. */
    @GET
    @Unrecorded("It says nothing of people.")
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
        requireVisible(institution);
        return database.transaction(handle -> rows(handle, institution).find(name))
                .map(saved -> tagged(institution, saved))
                .orElseThrow(Problem::notFound);
    }

    /** Saves a profile. */
    @PUT
    @Recorded(TrailKind.WRITE)
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
        requireVisible(institution);
        requireCode(name);
        var wanted = new Wanted(
                read(body, institution, name), new Precondition(ifMatch), Precondition.createsOnly(ifNoneMatch));
        return database.transaction(handle -> {
            if (!isKnown(handle, institution)) {
                throw Problem.unknownCode("institution", institution);
            }
            return save(handle, institution, name, wanted);
        });
    }

    private record Wanted(TableProfile profile, Precondition precondition, boolean createsOnly) {}

    private RestResponse<TableProfileView> save(Handle handle, String institution, String name, Wanted wanted) {
        ProfileRows rows = rows(handle, institution);
        String document = TableProfiles.write(wanted.profile());
        if (rows.insert(name, document, clock.instant())) {
            wanted.precondition().requireAbsent();
            if (rows.all().size() > MOST_PROFILES) {
                throw new Problem(ProblemType.RULE_VIOLATED, Message.of("too-many/profiles", MOST_PROFILES));
            }
            recording.addWrite(handle, institution + "/" + name);
            var made = new TableProfileView(institution, name, wanted.profile());
            return Precondition.created(path(institution, name), 1, made);
        }
        ProfileRows.Saved saved = rows.lock(name).orElseThrow(() -> new Problem(ProblemType.UNAVAILABLE));
        if (wanted.createsOnly()) {
            throw new Problem(ProblemType.PRECONDITION_FAILED, Message.of("exists-already"));
        }
        if (TableProfiles.read(saved.document()).equals(wanted.profile())) {
            return tagged(institution, saved);
        }
        wanted.precondition().requirePresent();
        wanted.precondition().requireMatch(saved.version());
        rows.replace(name, document, clock.instant());
        recording.addWrite(handle, institution + "/" + name);
        return Precondition.tagged(
                Status.OK, saved.version() + 1, new TableProfileView(institution, name, wanted.profile()));
    }

    /** Deletes a profile. */
    @DELETE
    @Recorded(TrailKind.WRITE)
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
        requireVisible(institution);
        var precondition = new Precondition(ifMatch);
        precondition.requirePresent();
        return database.transaction(handle -> {
            ProfileRows rows = rows(handle, institution);
            precondition.requireMatch(
                    rows.lock(name).orElseThrow(Problem::notFound).version());
            rows.delete(name);
            recording.addWrite(handle, institution + "/" + name);
            return RestResponse.noContent();
        });
    }

    private ProfileRows rows(Handle handle, String institution) {
        return new ProfileRows(handle, kind, institution);
    }

    private String path(String institution, String name) {
        return path + "/" + institution + "/" + name;
    }

    private RestResponse<TableProfileView> tagged(String institution, ProfileRows.Saved saved) {
        return Precondition.tagged(Status.OK, saved.version(), TableProfileView.of(institution, saved));
    }

    private TableProfile read(byte[] body, String institution, String name) {
        Fields fields = batch.single(body).fields();
        requireSame(fields, "institution", institution);
        requireSame(fields, "name", name);
        TableProfile profile = TableProfile.FORM.read(fields);
        fields.problem(new ProfileChecks(columns).faults(profile)).ifPresent(problem -> {
            throw problem;
        });
        return profile;
    }

    /** The body may repeat what the path says, but say nothing else. */
    private static void requireSame(Fields fields, String member, String inPath) {
        String sent = fields.text(member, 100);
        if (sent != null && !sent.equals(inPath)) {
            fields.unreadable(member, "differs-from-path");
        }
    }

    private static void requireCode(String name) {
        if (!CODE.matcher(name).matches()) {
            throw Problem.badParameter("name", "code");
        }
        if (PersonalNumber.isIn(name)) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("name", "looks-like-iin", "name"));
        }
    }

    /** @throws Problem {@link ProblemType#NOT_YOURS} for a partner of another institution, whether this one exists or not */
    private void requireVisible(String institution) {
        if (!caller.isOffice() && !institution.equals(caller.actingFor(null))) {
            throw new Problem(ProblemType.NOT_YOURS, Fault.parameter("institution", "not-yours"));
        }
    }
}
