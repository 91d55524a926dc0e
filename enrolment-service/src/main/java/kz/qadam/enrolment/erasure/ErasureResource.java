package kz.qadam.enrolment.erasure;

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
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Erasures of learners. */
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures")
@AddsToBacklog
public class ErasureResource {

    private static final String LOCATION = "/v1/erasures/";

    private final Batch batch;
    private final Caller caller;
    private final Erasures erasures;
    private final ErasureConfig config;
    private final Database database;

    ErasureResource(Batch batch, Caller caller, Erasures erasures, ErasureConfig config, Database database) {
        this.batch = batch;
        this.caller = caller;
        this.erasures = erasures;
        this.config = config;
        this.database = database;
    }

    /** Erases a learner. */
    @POST
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedInTrail(TrailKind.WRITE)
    @Operation(
            operationId = "postErasure",
            summary = "Erase a learner",
            description = "The learner is blocked at once, with all aliases: institutions cannot read, change or enrol"
                    + " the person. When no file waits to be judged, the number, its hashes, all"
                    + " references, certificates and reasons are removed; pseudonymous counts stay, and past figures"
                    + " keep their bytes. Each institution gets the task to forget its references. An erasure cannot be"
                    + " undone, so try ?dryRun=true first. A person who is enrolled again later is a new learner. The"
                    + " same learner again answers 200.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ErasurePost.class), example = ErasurePost.EXAMPLE))
    @APIResponse(
            responseCode = "202",
            description = "The learner is blocked, and will be erased",
            headers = @Header(name = "Location", description = "Its path", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The learner was blocked before; or, with dryRun, what would be erased",
            content = @Content(schema = @Schema(oneOf = {ErasureView.class, ErasurePreview.class})))
    @APIResponse(responseCode = "422", description = "There is no such learner")
    public RestResponse<?> erase(
            byte[] body,
            @Parameter(
                            description = "Only show the effect; keep nothing.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String dryRun) {
        boolean isPreview = BatchOptions.of(dryRun, null, null).dryRun();
        var post = ErasurePost.read(batch.single(body).fields());
        if (isPreview) {
            return RestResponse.ok(erasures.preview(post));
        }
        Erasures.Accepted accepted = erasures.accept(post, caller.subject());
        return ResponseBuilder.create(
                        accepted.isNew() ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK,
                        ErasureView.of(accepted.erasure(), config))
                .header(HttpHeaders.LOCATION, LOCATION + accepted.erasure().id())
                .build();
    }

    /** Erasures, page by page. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "listErasures",
            summary = "Erasures of learners",
            description = "In the order of last change. The last page has a cursor too: follow it later to get the"
                    + " erasures changed since.")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<ErasureView>> list(@BeanParam PageQuery page) {
        return page.answer(start -> database.transaction(handle -> ErasureRows.after(handle, start)).stream()
                .map(row -> row.as(erasure -> ErasureView.of(erasure, config)))
                .toList());
    }

    /** One erasure. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "getErasure",
            summary = "One erasure",
            description = "Its current state, and what remains of the person elsewhere.")
    @APIResponse(responseCode = "200", description = "The erasure")
    public ErasureView one(@RestPath UUID id) {
        return database.transaction(handle -> ErasureRows.find(handle, id))
                .map(erasure -> ErasureView.of(erasure, config))
                .orElseThrow(Problem::notFound);
    }
}
