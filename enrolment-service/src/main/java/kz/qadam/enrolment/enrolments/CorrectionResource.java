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

/** Corrections of wrong enrolments. */
@Path("/v1/enrolment-corrections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER, Role.OFFICE})
@Tag(name = "Corrections")
@AddsToBacklog
public class CorrectionResource {

    private final Submissions submissions;
    private final Amendments<CorrectionPost> corrections;

    CorrectionResource(Submissions submissions, AmendmentKinds kinds) {
        this.submissions = submissions;
        this.corrections = kinds.corrections();
    }

    /** Corrects one enrolment. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postEnrolmentCorrection",
            summary = "Correct an enrolment",
            description =
                    "The correction applies to all completions of the enrolment. Members that are left out stay as they"
                            + " are; if nothing changes, there is no new version. If the original or the corrected"
                            + " enrolment is sent again, it counts as the same. With ?dryRun=true nothing is kept, and"
                            + " 200 shows the effect.")
    @RequestBody(
            content =
                    @Content(schema = @Schema(implementation = CorrectionPost.class), example = CorrectionPost.EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "The enrolment in its current state; or, with dryRun, the effect",
            content = @Content(schema = @Schema(oneOf = {EnrolmentView.class, EnrolmentPreview.class})))
    @APIResponse(responseCode = "404", description = "The institution has no such enrolment")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "422")
    public RestResponse<?> one(byte[] body, @BeanParam SingleItemParameters query) {
        return submissions.one(corrections, body, query);
    }

    /** Corrects the enrolments of a file. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/batch")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "postEnrolmentCorrections",
            summary = "Correct the enrolments of a file",
            description = "Like the correction of one enrolment, for each item. An empty cell changes nothing.")
    @RequestBody(content = @Content(mediaType = Batch.CSV, example = CorrectionPost.CSV))
    @APIResponse(
            responseCode = "207",
            description = "The verdict on every item: accepted, duplicate, conflict or rejected",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public Object many(byte[] body, @BeanParam BatchParameters query) {
        return submissions.many(corrections, body, query);
    }
}
