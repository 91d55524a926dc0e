package kz.qadam.reporting.publication.release;

import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.TextCursor;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.asof.TimeParameterParser;
import kz.qadam.reporting.figures.ProgressResource;
import kz.qadam.reporting.release.store.PublishedRelease;
import kz.qadam.reporting.release.store.PublishedReleases;
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
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Opens the series of releases, and answers with releases. Everybody gets the same answers. */
@Path("/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases", description = "What is published: documents that never change.")
@APIResponse(responseCode = "422")
public class ReleaseResource {

    private static final String FOR_A_MINUTE = "public, max-age=60";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final PublishedReleases releases;
    private final ReleaseSeriesOpening opening;
    private final PointInTimeResolver points;
    private final Caller caller;
    private final Recording recording;
    private final String url;

    ReleaseResource(
            PublishedReleases releases,
            ReleaseSeriesOpening opening,
            PointInTimeResolver points,
            Caller caller,
            Recording recording,
            @ConfigProperty(name = "qadam.public-url") String publicUrl) {
        this.releases = releases;
        this.opening = opening;
        this.points = points;
        this.caller = caller;
        this.recording = recording;
        this.url = publicUrl + "/v1/releases";
    }

    /** Opens the series. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Operation(
            operationId = "openReleases",
            summary = "Open the series of releases",
            description =
                    "Nothing is published before. The office opens the series once, when all earlier data are loaded:"
                            + " the first release also has, for every earlier month end, what is known to have happened"
                            + " by then. Opening it again changes nothing, and is answered 200 with the same content.")
    @APIResponse(
            responseCode = "201",
            description = "The series is open; first says when the first release will be public.",
            content = @Content(schema = @Schema(implementation = ReleaseSeriesView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The series was opened before.",
            content = @Content(schema = @Schema(implementation = ReleaseSeriesView.class)))
    @APIResponse(
            responseCode = "422",
            description = "The programme is not known yet; releases are numbered from its first day.")
    public RestResponse<ReleaseSeriesView> open() {
        ReleaseSeriesOpening.Opened opened = opening.open(recording.origin())
                .orElseThrow(() -> new Problem(ProblemType.RULE_VIOLATED, Message.of("no-programme")));
        if (opened.isNew()) {
            recording.markAdded();
        }
        return ResponseBuilder.create(
                        opened.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        ReleaseSeriesView.of(opened.series()))
                .header(HttpHeaders.LOCATION, url)
                .build();
    }

    /** Lists the public releases. */
    @GET
    @PermitAll
    @Blocking
    @Operation(
            operationId = "releases",
            summary = "All public releases",
            description = "The newest last. With asOf or on: only those that are not later.")
    @APIResponse(
            responseCode = "200",
            description = "A page. Its cursor leads to the next page, and later to new releases.")
    @APIResponse(responseCode = "401", description = ProgressResource.INVALID_TOKEN)
    public RestResponse<Page<ReleaseView>> list(
            @RestQuery @Parameter(description = "How many items at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "The cursor of the previous page; absent for the first page.")
                    String cursor,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on,
            @Context UriInfo uri) {
        requireValidToken();
        int most = Page.limit(limit);
        long after = cursor == null ? 0 : TextCursor.read(cursor, 1, parts -> Long.parseLong(parts[0]));
        List<ReleaseView> found = releases.list(after, most, instant(asOf), day(on)).stream()
                .map(release -> ReleaseView.of(release, url))
                .toList();
        long last = found.isEmpty() ? after : found.get(found.size() - 1).number();
        RestResponse<Page<ReleaseView>> page = new Page<>(found, TextCursor.write(last), found.size() == most).at(uri);
        page.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, FOR_A_MINUTE);
        return page;
    }

    /** Answers with a release. */
    @GET
    @PermitAll
    @Path("/{number}")
    @Blocking
    @Uncompressed // The ETag is the digest of these bytes.
    @Operation(
            operationId = "release",
            summary = "A release",
            description =
                    "The document, byte for byte as it was made: through, on, rhythm and rule (the version of the rule"
                            + " that decides what is published); because, the codes of the reasons for which the"
                            + " figures were provisional; programme; cohorts, each with its description, its counts in"
                            + " the country, the instant and the day that they are about, and its forecast; total, the"
                            + " forecast of all targets; monthEnd, the tables of the last month end by place, course"
                            + " and area, and the institutions that report; before, only in the first release: the"
                            + " earlier month ends. Counts of people are multiples of ten, to be read as \"at least\";"
                            + " null: too few to publish. The definition page has the rule.")
    @APIResponse(
            responseCode = "200",
            description = "The document. Its ETag is its digest.",
            content = @Content(schema = @Schema(implementation = Map.class)))
    @APIResponse(responseCode = "304", description = "The caller has the document: If-None-Match names its digest.")
    @APIResponse(responseCode = "401", description = ProgressResource.INVALID_TOKEN)
    @APIResponse(responseCode = "404", description = "There is no such release, or it is not public yet.")
    public Response one(
            @RestPath @Parameter(description = "The number of the release.", example = "151") long number,
            @RestQuery @Parameter(description = "If the release is later than this instant: 404.") String asOf,
            @RestQuery @Parameter(description = "If the release is of a later day than this: 404.") String on,
            @Context Request request) {
        requireValidToken();
        PublishedRelease release = releases.find(number, instant(asOf), day(on)).orElseThrow(Problem::notFound);
        EntityTag etag = new EntityTag(release.digest());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(etag);
        return (unchanged == null ? Response.ok(releases.document(release)) : unchanged)
                .tag(etag)
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }

    /** Everybody gets the same, but a token that is not valid is refused before anything else. */
    private void requireValidToken() {
        caller.subject();
    }

    private Instant instant(String asOf) {
        return asOf == null ? null : points.past("asOf", asOf);
    }

    private static LocalDate day(String on) {
        return on == null ? null : TimeParameterParser.day("on", on);
    }
}
