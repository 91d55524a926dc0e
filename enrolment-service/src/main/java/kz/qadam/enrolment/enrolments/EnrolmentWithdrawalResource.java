package kz.qadam.enrolment.enrolments;

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

/** Withdrawals of learners from courses. */
@Path("/v1/withdrawals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER, Role.OFFICE})
@Tag(name = "Withdrawals")
@AddsToBacklog
public class EnrolmentWithdrawalResource {

    private final Submissions submissions;
    private final Amendments<EnrolmentWithdrawalPost> withdrawals;

    EnrolmentWithdrawalResource(Submissions submissions, AmendmentKinds kinds) {
        this.submissions = submissions;
        this.withdrawals = kinds.withdrawals();
    }

    /** Withdraws one learner. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postWithdrawal",
            summary = "Withdraw a learner",
            description =
                    "Completions of the enrolment stay and count, also those reported later. The same withdrawal again"
                            + " answers 200; another day or reason answers 409. With ?dryRun=true nothing is kept, and"
                            + " 200 shows the effect.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EnrolmentWithdrawalPost.class),
                            example = EnrolmentWithdrawalPost.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn; the enrolment in its current state",
            content = @Content(schema = @Schema(implementation = EnrolmentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same was sent before; the enrolment in its current state. Or, with dryRun, the effect",
            content = @Content(schema = @Schema(oneOf = {EnrolmentView.class, EnrolmentPreview.class})))
    @APIResponse(responseCode = "404", description = "The institution has no such enrolment")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "422")
    public RestResponse<?> one(byte[] body, @BeanParam SingleItemParameters query) {
        return submissions.one(withdrawals, body, query);
    }

    /** Withdraws the learners of a file. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/batch")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "postWithdrawals",
            summary = "Withdraw the learners of a file",
            description = "Like the withdrawal of one learner, for each item.")
    @RequestBody(content = @Content(mediaType = Batch.CSV, example = EnrolmentWithdrawalPost.CSV))
    @APIResponse(
            responseCode = "207",
            description = "The verdict on every item: accepted, duplicate, conflict or rejected",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public Object many(byte[] body, @BeanParam BatchParameters query) {
        return submissions.many(withdrawals, body, query);
    }
}
