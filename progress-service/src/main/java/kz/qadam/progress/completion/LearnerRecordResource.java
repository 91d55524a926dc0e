package kz.qadam.progress.completion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Shows the office everything that this service holds of one learner, so that it can answer the person. */
@Path("/v1/learners/{learnerId}/records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learners")
public class LearnerRecordResource {

    private final LearnerRecords records;

    LearnerRecordResource(LearnerRecords records) {
        this.records = records;
    }

    @GET
    @RolesAllowed(Role.OFFICE)
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "getLearnerRecord",
            summary = "Everything that is held here of a learner",
            description =
                    "To answer a person who asks what is held: every completion with all its states, who sent each"
                            + " one, when and why, its certificate, whether the person is trained, and who has read it. A completion whose"
                            + " enrolment is not known yet belongs to nobody and is not listed. Of a learner who is not known"
                            + " here the lists are empty. POST /v1/person-records of enrolment-service finds the learnerId.")
    @APIResponse(
            responseCode = "200",
            description = "What is held.",
            content = @Content(schema = @Schema(implementation = LearnerRecordView.class)))
    public RestResponse<LearnerRecordView> record(@RestPath UUID learnerId) {
        return ResponseBuilder.ok(records.of(learnerId))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
