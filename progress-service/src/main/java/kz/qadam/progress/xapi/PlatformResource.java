package kz.qadam.progress.xapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.OnlyActiveSenders;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.http.version.SavedNameFormat;
import kz.qadam.chassis.submissions.submission.SingleItemParameters;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.progress.xapi.reading.PlatformProfile;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The learning platforms of institutions, and how their statements are read. */
@Path(PlatformResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements of platforms")
public class PlatformResource {

    static final String PATH = "/v1/platforms";

    private static final String OWNER = "The code of the institution; for a partner, its own.";
    private static final String NAME = "The name of the platform: a code, such as moodle. It never changes.";

    private final Batch batch;
    private final ObjectMapper json;
    private final Caller caller;
    private final Database database;
    private final Platforms platforms;
    private final PlatformAccountKeys keys;

    PlatformResource(
            Batch batch,
            ObjectMapper json,
            Caller caller,
            Database database,
            Platforms platforms,
            PlatformAccountKeys keys) {
        this.batch = batch;
        this.json = json;
        this.caller = caller;
        this.database = database;
        this.platforms = platforms;
        this.keys = keys;
    }

    /** All platforms of an institution. */
    @GET
    @NotInTrail("It says nothing of people.")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Operation(
            operationId = "listPlatforms",
            summary = "The learning platforms of an institution",
            description = "In the order of their names. The office names an institution; for a partner it is its own.")
    @APIResponse(responseCode = "200", description = "The platforms")
    public PlatformView.All all(@RestQuery @Parameter(description = OWNER, example = "school-42") String institution) {
        String owner = caller.actingFor(institution);
        return new PlatformView.All(database.transaction(handle -> new PlatformRows(handle, owner).all()).stream()
                .map(saved -> PlatformView.of(owner, saved))
                .toList());
    }

    /** One platform. */
    @GET
    @NotInTrail("It says nothing of people.")
    @Path("/{institution}/{name}")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Operation(
            operationId = "getPlatform",
            summary = "One learning platform",
            description = "The ETag names its version; a change needs this ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The platform",
            content = @Content(schema = @Schema(implementation = PlatformView.class)))
    public RestResponse<PlatformView> one(
            @RestPath @Parameter(description = OWNER, example = "school-42") String institution,
            @RestPath @Parameter(description = NAME, example = "moodle") String name) {
        caller.requireActingFor(institution);
        return database.transaction(handle -> new PlatformRows(handle, institution).find(name))
                .map(saved -> Precondition.tagged(
                        RestResponse.Status.OK, saved.version(), PlatformView.of(institution, saved)))
                .orElseThrow(Problem::notFound);
    }

    /** Saves a platform, or tries it on statements. */
    @PUT
    @Path("/{institution}/{name}")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @OnlyActiveSenders
    @AddsToBacklog
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putPlatform",
            summary = "Save a learning platform, and how its statements are read",
            description =
                    "Creates a platform that does not exist. Replaces an existing one as a whole if If-Match names"
                            + " the ETag that you read. Equal content changes nothing. A course that is named takes its"
                            + " statements from now on: of those that came before only their number is known, so send a table of"
                            + " them. Statements that wait follow: to another course of ours if theirs is named anew, and those"
                            + " of courses that are none of ours no longer wait. With dryRun=true nothing is"
                            + " kept, and the member statements may have up to 20 statements: the answer says what would become"
                            + " of each, and why. A partner's administrator saves those of its own institution, at most 20.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = PlatformProfile.class),
                            example = PlatformProfile.EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "The platform in its current version; or the result of a dry run.",
            content = @Content(schema = @Schema(oneOf = {PlatformView.class, PlatformView.Trial.class})))
    @APIResponse(
            responseCode = "201",
            description = "The new platform",
            content = @Content(schema = @Schema(implementation = PlatformView.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "428")
    public RestResponse<?> put(
            @RestPath @Parameter(description = OWNER, example = "school-42") String institution,
            @RestPath @Parameter(description = NAME, example = "moodle") String name,
            @BeanParam SingleItemParameters query,
            @Parameter(description = Precondition.DESCRIPTION) @RestHeader("If-Match") String ifMatch,
            @Parameter(description = "Always *: only creates, and replaces nothing.") @RestHeader("If-None-Match")
                    String ifNoneMatch,
            @Parameter(hidden = true) @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) String language,
            byte[] body) {
        caller.requireActingFor(institution);
        SavedNameFormat.require(name);
        boolean isTrial = query.options().dryRun();
        PlatformBody sent = PlatformBody.read(batch, json, body, institution, name, isTrial);
        var wanted = new Platforms.Wanted(
                institution,
                name,
                sent.profile(),
                isTrial ? null : new Precondition(ifMatch),
                Precondition.createsOnly(ifNoneMatch));
        if (isTrial) {
            keys.require();
            return RestResponse.ok(platforms.trial(wanted, sent.statements(), Language.of(language)));
        }
        return platforms.save(wanted, PATH + "/" + wanted.subject());
    }
}
