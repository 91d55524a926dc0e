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
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.list.ChangeOrder;
import kz.qadam.chassis.list.Cursor;
import kz.qadam.chassis.list.Page;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointsInTime;
import kz.qadam.reporting.audit.revision.Revision;
import kz.qadam.reporting.audit.revision.Revisions;
import kz.qadam.reporting.figures.ExactContext;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureContext;
import kz.qadam.reporting.figures.FigureQuery;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Publishes figures, and answers with publications. */
@Path("/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publications", description = "Figures as they were published: their bytes never change.")
@APIResponse(responseCode = "422")
public class PublicationResource {

    private static final String PRIMARY_KEY = "publication_pkey";

    private final Batch batch;
    private final Database database;
    private final PointsInTime pointsInTime;
    private final FigureAnswers answers;
    private final Caller caller;
    private final String publicUrl;

    PublicationResource(
            Batch batch,
            Database database,
            PointsInTime pointsInTime,
            FigureAnswers answers,
            Caller caller,
            @ConfigProperty(name = "qadam.public-url") String publicUrl) {
        this.batch = batch;
        this.database = database;
        this.pointsInTime = pointsInTime;
        this.answers = answers;
        this.caller = caller;
        this.publicUrl = publicUrl;
    }

    /** Publishes the figures of a point in time. */
    @POST
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publish",
            summary = "Publish the figures of a point in time",
            description =
                    "Keeps the public answer of GET /v1/progress at asOf and on, byte for byte and for ever, under a"
                            + " name that is given once. The same request again is answered 200. GET"
                            + " /v1/publications/{name} shows later changes next to the published figures.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PublicationPost.class)))
    @APIResponse(
            responseCode = "201",
            description = "The figures are published.",
            content = @Content(schema = @Schema(implementation = PublicationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same figures were published under this name before.",
            content = @Content(schema = @Schema(implementation = PublicationView.class)))
    @APIResponse(responseCode = "409", description = "The name is the name of another publication.")
    public RestResponse<PublicationView> publish(byte[] body) {
        PublicationPost post =
                PublicationPost.FORM.readOrThrow(batch.single(body).fields());
        PointInTime time = pointsInTime.at("asOf", post.asOf(), post.on());
        byte[] bytes =
                answers.json(new FigureQuery.OfProgramme(), new ExactContext(time));
        String by = caller.subject();
        boolean isNew = publishIfNew(post.name(), time, bytes, by);
        Publication kept = QuarkusTransaction.requiringNew()
                .call(() -> Publication.findKnown(post.name(), null))
                .orElseThrow();
        if (!kept.isOf(time)) {
            throw new Problem(ProblemType.REFERENCE_CONFLICT, Fault.at("/name", "published-otherwise", post.name()));
        }
        PublicationView view = view(kept);
        return ResponseBuilder.create(isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK, view)
                .header("Location", view.link())
                .build();
    }

    /** False if a publication has the name already: the primary key decides. */
    private boolean publishIfNew(String name, PointInTime time, byte[] bytes, String by) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> Publication.of(name, time, bytes, database.join(PointsInTime::stamp), by)
                            .persistAndFlush());
            return true;
        } catch (ConstraintViolationException e) {
            if (!PRIMARY_KEY.equals(e.getConstraintName())) {
                throw e;
            }
            return false;
        }
    }

    private PublicationView view(PublicationColumns publication) {
        return PublicationView.of(publication, publicUrl);
    }

    /** Lists publications. */
    @GET
    @PermitAll
    @Blocking
    @Operation(
            operationId = "publications",
            summary = "All publications",
            description = "The oldest first. With asOf: only those published by that instant.")
    @APIResponse(
            responseCode = "200",
            description = "A page. Its cursor leads to the next page, and later to new publications.")
    @APIResponse(responseCode = "503")
    public RestResponse<Page<PublicationView>> list(
            @RestQuery @Parameter(description = "How many items at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "The cursor of the previous page; absent for the first page.")
                    String cursor,
            @RestQuery @Parameter(description = PointsInTime.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointsInTime.ON) String on,
            @Context UriInfo place) {
        Cursor from = Cursor.parse(cursor);
        int most = Page.limit(limit);
        Page<PublicationView> page =
                answers.answer(asOf, on, List.of(from, most), context -> page(from, most, until(context)));
        return page.at(place);
    }

    private Page<PublicationView> page(Cursor from, int most, Instant until) {
        return QuarkusTransaction.requiringNew()
                .call(() -> until == null
                        ? ChangeOrder.page(PublicationColumns.Listed.class, "publication", this::view, from, most)
                        : ChangeOrder.pageUntil(
                                until,
                                "published_at",
                                PublicationColumns.Listed.class,
                                "publication",
                                this::view,
                                from,
                                most));
    }

    /** Answers with a publication and the changes since. */
    @GET
    @PermitAll
    @Path("/{name}")
    @Blocking
    @Operation(
            operationId = "publication",
            summary = "The figures as they were published, and the changes since",
            description =
                    "figures never changes. restatement is the answer of GET /v1/audit/revisions from the published"
                            + " instant on, for the same day; only viewer, office and auditor see it.")
    @APIResponse(
            responseCode = "200",
            description = "The publication.",
            content = @Content(schema = @Schema(implementation = PublicationWithFigures.class)))
    @APIResponse(responseCode = "503")
    public PublicationWithFigures one(
            @RestPath @Parameter(description = "The name of the publication.", example = "2026-Q2") String name,
            @RestQuery @Parameter(description = PointsInTime.AS_OF) String asOf,
            @RestQuery @Parameter(description = "Checked, but without effect: a publication has its own day.")
                    String on) {
        return answers.answer(asOf, on, name, context -> {
            PublicationWithFigures publication = find(name, until(context));
            return context instanceof ExactContext exact ? restated(publication, exact.time()) : publication;
        });
    }

    private PublicationWithFigures find(String name, Instant until) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Publication.findKnown(name, until))
                .map(one -> new PublicationWithFigures(
                        view(one), new RawValue(new String(one.body, StandardCharsets.UTF_8)), null))
                .orElseThrow(Problem::notFound);
    }

    /** The instant by which a publication must have been published; null: any time. */
    private static Instant until(FigureContext context) {
        return context instanceof ExactContext exact && exact.time().past()
                ? exact.time().asOf()
                : null;
    }

    /** The transactions run one after another, so that each uses the connection that the one before has returned. */
    private PublicationWithFigures restated(PublicationWithFigures found, PointInTime until) {
        PublicationView publication = found.publication();
        PointInTime published = pointsInTime.at(
                "asOf", publication.asOf().toString(), publication.on().toString());
        Revision restatement = database.transaction(handle ->
                Revisions.between(handle, published, pointsInTime.dayOf(publication.asOf()), until, Set.of()));
        return new PublicationWithFigures(publication, found.figures(), restatement);
    }
}
