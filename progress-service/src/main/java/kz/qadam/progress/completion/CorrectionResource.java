package kz.qadam.progress.completion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchParameters;
import kz.qadam.chassis.submissions.submission.SingleItemParameters;
import kz.qadam.chassis.submissions.submission.Submissions;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Receives corrections of completions. */
@Path("/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Corrections")
@RolesAllowed({Role.PARTNER, Role.OFFICE})
@AddsToBacklog
public class CorrectionResource {

    private final Submissions submissions;
    private final Corrections corrections;

    CorrectionResource(Submissions submissions, Corrections corrections) {
        this.submissions = submissions;
        this.corrections = corrections;
    }

    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postCorrection",
            summary = "Correct one completion",
            description = "Corrects an accepted, pending or refused completion; members that are left out or null stay"
                    + " unchanged. The completion is judged again: with another enrolment or another day it"
                    + " may become accepted, refused or pending. The figures follow; questions with an"
                    + " earlier asOf still have their former answers. If nothing changes, there is no new"
                    + " version, so it is safe to send the same correction again. Nothing is overwritten:"
                    + " see the history of the completion.")
    @RequestBody(
            content =
                    @Content(schema = @Schema(implementation = CorrectionPost.class), example = CorrectionPost.EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "The current state of the completion; or the result of a dry run (dryRun).",
            content = @Content(schema = @Schema(oneOf = {CompletionView.class, CompletionPreview.class})))
    @APIResponse(responseCode = "404", description = "The institution has no such completion.")
    @APIResponse(responseCode = "409", description = "The given version is not the current one; nothing was changed.")
    @APIResponse(
            responseCode = "422",
            description = "A rule is broken, or the completion is revoked; nothing was" + " changed.")
    public RestResponse<?> post(byte[] body, @BeanParam SingleItemParameters query) {
        return submissions.one(corrections, body, query);
    }

    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("batch")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "postCorrections",
            summary = "Correct up to 10,000 completions",
            description =
                    "The columns of a table have the names of the members; a missing column or an empty cell leaves a"
                            + " member unchanged. Each item sees the corrections of the items before it. In the"
                            + " verdicts, reference is the reference of the completion; accepted, pending and"
                            + " refused give its new state, and duplicate says that nothing changed.")
    @RequestBody(content = @Content(mediaType = Batch.CSV, example = CorrectionPost.CSV_EXAMPLE))
    @APIResponse(
            responseCode = "207",
            description = "The verdict on each item.",
            content = @Content(schema = @Schema(oneOf = {BatchAnswer.class, DryRunBatchView.class})))
    public Object postBatch(byte[] body, @BeanParam BatchParameters query) {
        return submissions.many(corrections, body, query);
    }
}
