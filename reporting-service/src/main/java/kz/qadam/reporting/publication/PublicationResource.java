package kz.qadam.reporting.publication;

import com.fasterxml.jackson.databind.util.RawValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Cursor;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.figures.AnswerHead;
import kz.qadam.reporting.figures.ExactContext;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureContext;
import kz.qadam.reporting.figures.ProgressResource;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

/** Gives releases names, and answers with publications. */
@Path("/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publications", description = "Releases with a name: their bytes never change.")
@APIResponse(responseCode = "422")
public class PublicationResource {

    private final Batch batch;
    private final PublicationNames names;
    private final PointInTimeResolver points;
    private final FigureAnswers answers;
    private final Caller caller;

    PublicationResource(
            Batch batch, PublicationNames names, PointInTimeResolver points, FigureAnswers answers, Caller caller) {
        this.batch = batch;
        this.names = names;
        this.points = points;
        this.answers = answers;
        this.caller = caller;
    }

    /** Gives a release a name. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publish",
            summary = "Give a release a name",
            description = "Names the newest public release that is not after asOf and on. The public answer of GET"
                    + " /v1/progress of the release is kept, byte for byte and for ever, under a name that is"
                    + " given once. The same request again is answered 200. GET /v1/publications/{name} shows"
                    + " later changes next to the published figures.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PublicationPost.class)))
    @APIResponse(
            responseCode = "201",
            description = "The release has the name.",
            content = @Content(schema = @Schema(implementation = PublicationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The release had the name before.",
            content = @Content(schema = @Schema(implementation = PublicationView.class)))
    @APIResponse(responseCode = "409", description = "The name is the name of another publication.")
    @APIResponse(responseCode = "422", description = "asOf lies in the future, or no release was public for it.")
    public RestResponse<PublicationView> publish(byte[] body) {
        PublicationPost post =
                PublicationPost.READER.readOrThrow(batch.single(body).fields());
        PublicationNames.Named named = names.give(post, caller.subject());
        return ResponseBuilder.create(
                        named.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, named.publication())
                .header("Location", named.publication().link())
                .build();
    }

    /** Lists publications. */
    @GET
    @PermitAll
    @Blocking
    @Operation(
            operationId = "publications",
            summary = "All publications",
            description = "The oldest first. With asOf: only those published by that instant. Figures that were"
                    + " published before releases existed are listed only for viewer, office and auditor.")
    @APIResponse(
            responseCode = "200",
            description = "A page. Its cursor leads to the next page, and later to new publications.")
    @APIResponse(responseCode = "401", description = ProgressResource.INVALID_TOKEN)
    @APIResponse(responseCode = "503")
    public RestResponse<Page<PublicationView>> list(
            @RestQuery @Parameter(description = "How many items at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "The cursor of the previous page; absent for the first page.")
                    String cursor,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on,
            @Context UriInfo uri) {
        boolean isExact = AnswerHead.Audience.of(caller) == AnswerHead.Audience.exact;
        int most = Page.limit(limit);
        Object from = isExact ? Cursor.parse(cursor) : PublicationLists.after(cursor);
        Page<PublicationView> page = answers.answer(asOf, on, Arrays.asList(from, most, asOf), context -> {
            Instant until = until(context, asOf);
            return from instanceof Cursor ofAll
                    ? PublicationLists.ofAll(names::view, new PageStart(ofAll, most), until)
                    : PublicationLists.ofReleases(names::view, (Instant) from, most, until);
        });
        return page.at(uri);
    }

    /** Answers with a publication and the changes since. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @PermitAll
    @Path("/{name}")
    @Blocking
    @Operation(
            operationId = "publication",
            summary = "The figures as they were published, and the changes since",
            description =
                    "figures never changes. restatement is the answer of GET /v1/audit/revisions from the published"
                            + " instant on, for the same day; only viewer, office and auditor see it. Only they see"
                            + " figures that were published before releases existed: 401 needs-token, or 403 with"
                            + " another token.")
    @APIResponse(
            responseCode = "200",
            description = "The publication.",
            content = @Content(schema = @Schema(implementation = PublicationWithFigures.class)))
    @APIResponse(
            responseCode = "401",
            description = "The figures were published before releases existed; or the token is not valid.")
    @APIResponse(responseCode = "403", description = "The same, for a token without the role.")
    @APIResponse(responseCode = "503")
    public PublicationWithFigures one(
            @RestPath @Parameter(description = "The name of the publication.", example = "2026-Q2") String name,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = "Checked, but without effect: a publication has its own day.")
                    String on) {
        PublicationWithFigures found = answers.answer(asOf, on, Arrays.asList(name, asOf), context -> {
            PublicationWithFigures publication = find(name, until(context, asOf));
            return context instanceof ExactContext exact ? restated(publication, exact.time()) : publication;
        });
        if (found.publication().release() == null && AnswerHead.Audience.of(caller) == AnswerHead.Audience.published) {
            throw caller.withoutRole();
        }
        return found;
    }

    private PublicationWithFigures find(String name, Instant until) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Publication.findKnown(name, until))
                .map(one -> new PublicationWithFigures(
                        names.view(one), new RawValue(new String(one.body, StandardCharsets.UTF_8)), null))
                .orElseThrow(Problem::notFound);
    }

    /** The instant by which a publication must have been published; null: any time. */
    private Instant until(FigureContext context, String asOf) {
        if (context instanceof ExactContext exact) {
            return exact.time().past() ? exact.time().asOf() : null;
        }
        return asOf == null ? null : points.past("asOf", asOf);
    }

    /** The transactions run one after another, so that each uses the connection that the one before has returned. */
    private PublicationWithFigures restated(PublicationWithFigures found, PointInTime until) {
        return new PublicationWithFigures(
                found.publication(), found.figures(), names.changes(found.publication(), until));
    }
}
