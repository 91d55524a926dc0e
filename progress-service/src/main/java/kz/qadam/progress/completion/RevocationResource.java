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

/** Receives revocations of completions. */
@Path("/v1/revocations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Revocations")
@RolesAllowed({Role.PARTNER, Role.OFFICE})
@AddsToBacklog
public class RevocationResource {

    private final Submissions submissions;
    private final Revocations revocations;

    RevocationResource(Submissions submissions, Revocations revocations) {
        this.submissions = submissions;
        this.revocations = revocations;
    }

    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postRevocation",
            summary = "Revoke one completion; this is final",
            description = "From now on the figures do not include the completion; questions with an earlier asOf"
                    + " still have their former answers. A revocation may come before its completion: it is kept. A"
                    + " second revocation changes nothing.")
    @RequestBody(
            content =
                    @Content(schema = @Schema(implementation = RevocationPost.class), example = RevocationPost.EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "Revoked; or the result of a dry run (dryRun).",
            content = @Content(schema = @Schema(oneOf = {CompletionView.class, CompletionPreview.class})))
    @APIResponse(
            responseCode = "201",
            description = "Kept; the completion itself has not come yet.",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    @APIResponse(responseCode = "422", description = "A rule is broken; nothing was kept.")
    public RestResponse<?> post(byte[] body, @BeanParam SingleItemParameters query) {
        return submissions.one(revocations, body, query);
    }

    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("batch")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "postRevocations",
            summary = "Revoke up to 10,000 completions",
            description = "The columns of a table have the names of the members. In the verdicts, reference is the"
                    + " reference of the completion.")
    @RequestBody(content = @Content(mediaType = Batch.CSV, example = RevocationPost.CSV))
    @APIResponse(
            responseCode = "207",
            description = "The verdict on each item.",
            content = @Content(schema = @Schema(oneOf = {BatchAnswer.class, DryRunBatchView.class})))
    public Object postBatch(byte[] body, @BeanParam BatchParameters query) {
        return submissions.many(revocations, body, query);
    }
}
