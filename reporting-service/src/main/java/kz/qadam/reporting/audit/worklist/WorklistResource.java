package kz.qadam.reporting.audit.worklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Draws, shows and closes worklists. */
@Path(WorklistResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
@Tag(name = "Audit")
public class WorklistResource {

    static final String PATH = "/v1/audit/worklists";

    private static final String NUMBERS = "It shows numbers of records, and nothing of people.";

    private final Batch batch;
    private final Worklists worklists;
    private final String url;

    WorklistResource(Batch batch, Worklists worklists, @ConfigProperty(name = "qadam.public-url") String url) {
        this.batch = batch;
        this.worklists = worklists;
        this.url = url;
    }

    /** Draws a worklist. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "drawWorklist",
            summary = "Draw a sample and keep it as a worklist",
            description = "Draws the sample that GET /v1/audit/samples shows for the same cohort, size, seed, asOf and"
                    + " on, and keeps which records were drawn. An auditor of a region draws from the region.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WorklistPost.class), example = WorklistPost.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "The worklist, at the URL in Location.",
            content = @Content(schema = @Schema(implementation = WorklistView.class)))
    @APIResponse(responseCode = "422", description = "Nobody is trained, or asOf lies in the future.")
    public RestResponse<WorklistView> draw(byte[] body) {
        WorklistPost post = WorklistPost.READER.readOrThrow(batch.single(body).fields());
        WorklistView drawn = WorklistView.of(worklists.draw(Worklists.newId(), post));
        return ResponseBuilder.create(RestResponse.Status.CREATED, drawn)
                .header("Location", url + PATH + "/" + drawn.id())
                .build();
    }

    /** Lists worklists. */
    @GET
    @NotInTrail(NUMBERS)
    @Operation(
            operationId = "worklists",
            summary = "All worklists",
            description = "In the order in which they were drawn or closed. An auditor of a region sees those of the"
                    + " region.")
    @APIResponse(
            responseCode = "200",
            description = "A page. Its cursor leads to the next page, and later to what was drawn or closed since.")
    public RestResponse<Page<WorklistView>> list(@BeanParam PageQuery page) {
        return page.answer(start -> worklists.after(start).stream()
                .map(row -> row.as(WorklistView::of))
                .toList());
    }

    /** One worklist, without its records. */
    @GET
    @Path("/{id}")
    @NotInTrail(NUMBERS)
    @Operation(
            operationId = "worklist",
            summary = "A worklist and its result so far",
            description = "GET /v1/audit/worklists/{id}/records lists its records.")
    @APIResponse(responseCode = "200", description = "The worklist.")
    public WorklistView one(@RestPath UUID id) {
        return WorklistView.of(worklists.find(id));
    }

    /** Closes a worklist. */
    @POST
    @Path("/{id}/closing")
    @RecordedInTrail(TrailKind.WRITE)
    @Operation(
            operationId = "closeWorklist",
            summary = "Close a worklist",
            description = "After that nothing of it changes: findings are refused (409), and a record whose learner is"
                    + " erased or blocked later stays counted as it was found. Records that are not checked stay open"
                    + " and are in no share. A worklist that is closed stays as it is, and is answered again.")
    @APIResponse(responseCode = "200", description = "The closed worklist.")
    public WorklistView close(@RestPath UUID id) {
        return WorklistView.of(worklists.close(id, null));
    }
}
