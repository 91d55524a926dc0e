package kz.qadam.progress.completion;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.profiles.TableProfiles;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchParameters;
import kz.qadam.chassis.submissions.submission.SingleItemParameters;
import kz.qadam.chassis.submissions.submission.Submissions;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Receives completions from partners. */
@Path("/v1/completions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Completions")
@RolesAllowed({Role.PARTNER, Role.OFFICE})
@AddsToBacklog
public class CompletionResource {

    private final Submissions submissions;
    private final NewCompletions completions;

    CompletionResource(Submissions submissions, NewCompletions completions) {
        this.submissions = submissions;
        this.completions = completions;
    }

    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @NonBlocking
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
            content = @Content(schema = @Schema(oneOf = {CompletionView.class, CompletionPreview.class})))
    @APIResponse(responseCode = "409", description = "The reference was used before with other content.")
    @APIResponse(responseCode = "422", description = "A rule is broken; nothing was kept.")
    public CompletionStage<RestResponse<?>> post(byte[] body, @BeanParam SingleItemParameters query) {
        return submissions.grouped(completions, body, query);
    }

    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("batch")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "postCompletions",
            summary = "Post up to 10,000 completions",
            description = "The columns of a table have the names of the members of an item. A table may leave out the"
                    + " column reference: each completion then gets a reference that is derived from its enrolment, the same"
                    + " each time. Rows may name the account of the learner at a learning platform, and the course,"
                    + " in place of the enrolment: what statements of the platform have brought is then a duplicate.")
    @RequestBody(content = @Content(mediaType = Batch.CSV, example = CompletionPost.CSV))
    @APIResponse(
            responseCode = "207",
            description = "The verdict on each item.",
            content = @Content(schema = @Schema(oneOf = {BatchAnswer.class, DryRunBatchView.class})))
    public Object postBatch(
            byte[] body,
            @BeanParam BatchParameters query,
            @Parameter(description = TableProfiles.DESCRIPTION, example = "deans-office") @RestQuery String profile) {
        return submissions.many(completions, body, query, profile);
    }
}
