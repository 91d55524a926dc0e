package kz.qadam.progress.completion;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.kafka.AddsToBacklog;
import kz.qadam.chassis.list.Cursor;
import kz.qadam.chassis.list.Page;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import kz.qadam.chassis.submission.BatchAnswer;
import kz.qadam.chassis.submission.BatchQuery;
import kz.qadam.chassis.submission.SingleQuery;
import kz.qadam.chassis.submission.Submissions;
import kz.qadam.progress.query.BooleanParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Receives completions from partners and shows their states. */
@Path("/v1/completions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Completions")
@AddsToBacklog
public class CompletionResource {

    private final Submissions submissions;
    private final NewCompletions completions;
    private final CompletionLists lists;
    private final Caller caller;

    CompletionResource(Submissions submissions, NewCompletions completions, CompletionLists lists, Caller caller) {
        this.submissions = submissions;
        this.completions = completions;
        this.lists = lists;
        this.caller = caller;
    }

    @POST
    @NonBlocking
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postCompletion",
            summary = "Post one completion",
            description =
                    "A completion that is answered 2xx is kept for ever. Sent again under the same reference with the"
                            + " same content, it changes nothing and is answered 200 with its current state. The"
                            + " same content is the content first sent, or the content after any correction. If the"
                            + " enrolment is not known yet, the completion is kept as pending; it is judged"
                            + " automatically when the enrolment comes.")
    @RequestBody(
            content =
                    @Content(schema = @Schema(implementation = CompletionPost.class), example = CompletionPost.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "Recorded, durably.",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Sent before with the same content; or the result of a dry run (dryRun).",
            content = @Content(schema = @Schema(oneOf = {CompletionView.class, DryRun.class})))
    @APIResponse(responseCode = "409", description = "The reference was used before with other content.")
    @APIResponse(responseCode = "422", description = "A rule is broken; nothing was kept.")
    public CompletionStage<RestResponse<?>> post(byte[] body, @BeanParam SingleQuery query) {
        return submissions.grouped(completions, body, query);
    }

    @POST
    @Path("batch")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "postCompletions",
            summary = "Post up to 10,000 completions",
            description = "The columns of a table have the names of the members of an item.")
    @RequestBody(content = @Content(mediaType = Batch.CSV, example = CompletionPost.CSV))
    @APIResponse(
            responseCode = "207",
            description = "The verdict on each item.",
            content = @Content(schema = @Schema(oneOf = {BatchAnswer.class, DryRunBatch.class})))
    public Object postBatch(byte[] body, @BeanParam BatchQuery query) {
        return submissions.many(completions, body, query);
    }

    @GET
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "listCompletions",
            summary = "List completions by their last change",
            description = "A partner sees its own. The cursor never expires: used again later, the last cursor"
                    + " returns the completions that have changed since, including those that turned from pending"
                    + " to accepted. Becoming stale is not a change.")
    public RestResponse<Page<CompletionView>> list(
            @Context UriInfo place,
            @RestQuery String institution,
            @Parameter(schema = @Schema(implementation = Status.class)) @RestQuery String status,
            @RestQuery String reference,
            @Parameter(
                            description = "true: completions that have been pending for too long; false: all others.",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @RestQuery
                    String stale,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        var filter = new CompletionFilter(
                visibleInstitution(institution),
                Status.ofParameter(status),
                reference,
                BooleanParameter.of("stale", stale));
        Page<CompletionView> page = lists.list(filter, Cursor.parse(cursor), Page.limit(limit));
        return page.at(place);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getCompletion",
            summary = "One completion in its current state",
            description = "The newest state, also if it is refused or revoked. A partner sees its own completions.")
    public CompletionView one(@RestPath UUID id) {
        return lists.find(id, visibleInstitution(null)).orElseThrow(Problem::notFound);
    }

    /** The institution whose completions the caller sees; null for all. */
    private String visibleInstitution(String requested) {
        return caller.isOffice() || caller.isAuditor() ? requested : caller.actingFor(requested);
    }
}
