package kz.qadam.reporting.publication;

import com.fasterxml.jackson.databind.util.RawValue;
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
import java.util.Set;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.list.Cursor;
import kz.qadam.chassis.list.Page;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointsInTime;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureContext;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.figures.Head;
import kz.qadam.reporting.revision.Revised;
import kz.qadam.reporting.revision.Revisions;
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

/** Figures as they were published. */
@Path("/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publications", description = "Figures as they were published: they keep their bytes whatever comes later.")
public class PublicationResource {

    private final Batch batch;
    private final Database database;
    private final PointsInTime moments;
    private final Publications publications;
    private final FigureAnswers answers;
    private final Caller caller;

    /** A page of the list. */
    private record Listed(Cursor from, int most) {}

    PublicationResource(
            Batch batch,
            Database database,
            PointsInTime moments,
            Publications publications,
            FigureAnswers answers,
            Caller caller) {
        this.batch = batch;
        this.database = database;
        this.moments = moments;
        this.publications = publications;
        this.answers = answers;
        this.caller = caller;
    }

    /** Publishes. */
    @POST
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publish",
            summary = "Publish the figures of a moment",
            description =
                    "Keeps what GET /v1/progress says to the public as of then, byte for byte and for ever, under a"
                            + " name that is given once. The same again: 200. What changes later stands beside it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PublicationPost.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is published.",
            content = @Content(schema = @Schema(implementation = Publication.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was published so before.",
            content = @Content(schema = @Schema(implementation = Publication.class)))
    @APIResponse(responseCode = "409", description = "The name was given to another moment.")
    @APIResponse(responseCode = "422")
    public RestResponse<Publication> publish(byte[] body) {
        PublicationPost post = PublicationPost.read(batch.single(body).fields());
        PointInTime moment = moments.at("asOf", post.asOf(), post.on());
        byte[] bytes = answers.json(new FigureQuery.OfProgramme(), new FigureContext(moment, Head.Audience.published));
        String by = caller.subject();
        return database.transaction(handle -> {
            boolean isNew = publications.keep(handle, post.name(), moment, bytes, by);
            Publication kept =
                    publications.find(handle, post.name(), null).orElseThrow().publication();
            if (!kept.asOf().equals(moment.asOf()) || !kept.on().equals(moment.on())) {
                throw new Problem(
                        ProblemType.REFERENCE_CONFLICT, Fault.at("/name", "published-otherwise", post.name()));
            }
            return ResponseBuilder.create(isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK, kept)
                    .header("Location", kept.link())
                    .build();
        });
    }

    /** All of them. */
    @GET
    @PermitAll
    @Blocking
    @Operation(
            operationId = "publications",
            summary = "What was published",
            description = "The oldest first. With asOf: until then.")
    @APIResponse(responseCode = "200", description = "A page; its cursor leads on, and later to what came since.")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public RestResponse<Page<Publication>> list(
            @RestQuery @Parameter(description = "How many at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "Where to go on, as given out earlier.") String cursor,
            @RestQuery @Parameter(description = PointsInTime.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointsInTime.ON) String on,
            @Context UriInfo place) {
        Cursor from = Cursor.parse(cursor);
        int most = Page.limit(limit);
        Page<Publication> page =
                answers.answer(asOf, on, new Listed(from, most), context -> page(from, most, until(context.time())));
        return page.at(place);
    }

    private Page<Publication> page(Cursor from, int most, Instant until) {
        return Page.of(database.transaction(handle -> publications.after(handle, from, until, most)), from, most);
    }

    /** One, with what has changed since. */
    @GET
    @PermitAll
    @Path("/{name}")
    @Blocking
    @Operation(
            operationId = "publication",
            summary = "The figures as they were published, and what has changed since",
            description = "figures never change. restatement is what GET /v1/audit/revisions says from the published"
                    + " instant on, of the same day; only viewer, office and auditor see it.")
    @APIResponse(
            responseCode = "200",
            description = "The publication.",
            content = @Content(schema = @Schema(implementation = Published.class)))
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public Published one(
            @RestPath @Parameter(description = "Its name.", example = "2026-Q2") String name,
            @RestQuery @Parameter(description = PointsInTime.AS_OF) String asOf,
            @RestQuery @Parameter(description = "Read, and of no effect: a publication has its own day.") String on) {
        return answers.answer(
                asOf,
                on,
                name,
                context -> context.audience() == Head.Audience.exact
                        ? restated(name, context.time())
                        : published(find(name, context.time()), null));
    }

    private Publications.Kept find(String name, PointInTime moment) {
        return database.transaction(handle -> publications.find(handle, name, until(moment)))
                .orElseThrow(Problem::notFound);
    }

    /** Null: whenever it was published. */
    private static Instant until(PointInTime moment) {
        return moment.past() ? moment.asOf() : null;
    }

    /** One step after another: each takes the connection that the one before has given back. */
    private Published restated(String name, PointInTime until) {
        Publications.Kept kept = find(name, until);
        Publication publication = kept.publication();
        PointInTime published = moments.at(
                "asOf", publication.asOf().toString(), publication.on().toString());
        return published(
                kept,
                database.transaction(handle ->
                        Revisions.between(handle, published, moments.dayOf(publication.asOf()), until, Set.of())));
    }

    private static Published published(Publications.Kept kept, Revised restatement) {
        return new Published(
                kept.publication(), new RawValue(new String(kept.body(), StandardCharsets.UTF_8)), restatement);
    }
}
